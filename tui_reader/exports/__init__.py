"""Bookmarks as files for other programs and for good: Markdown, HTML, JSON, Netscape's list, EPUB.

Nothing here asks the library or the network: what is written is handed in. All text in it is a stranger's.
"""
