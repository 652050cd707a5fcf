"""The parts of a Markdown article: front matter, blocks, inline text."""
