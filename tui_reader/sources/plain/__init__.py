"""The parts of an article in plain text: blocks, photos, links."""
