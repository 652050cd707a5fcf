"""The entries of a feed: from its XML or JSON to articles."""
