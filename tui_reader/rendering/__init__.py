"""Articles as text that leaves the reader: Markdown to keep, plain text to print. Pure; no input or output.

A list and a refresh need `cells` alone: nothing is imported here that they would wait for.
"""
