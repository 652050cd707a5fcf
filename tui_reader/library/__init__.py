"""The library: one SQLite file with the articles, what was read, and bookmarks.

`library.Library` is for one thread, `worker.LibraryThread` for an event loop. Only this package knows SQLite.
"""
