"""The rooms of `tui_reader.sources.page`: what a news page is made of, and what on it is no article."""
