"""A news reader for the terminal that keeps language editions, captions and related links."""

__version__ = "0.1.0"
