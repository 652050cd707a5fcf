"""The search language: a line that a reader types as a tree of terms, and where a text holds its words.

Pure: it knows no database. `parse.parse` reads a query, `terms` is what comes out, `words` tells text as the index
tells it.
"""
