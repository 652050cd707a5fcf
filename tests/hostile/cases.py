"""The hundred cases by their numbers: what a stranger may serve, write or do, in a few words each."""

from __future__ import annotations

CASES: dict[int, str] = dict(
    enumerate(
        (
            # the network
            "a gzip bomb of 1 GB", "gzip within gzip", "br that nobody asked for", "zstd that nobody asked for",
            "100 MB as they are", "a body without end", "a dripped body", "dripped headers", "never answers",
            "redirects in a circle", "a redirect to file:", "a redirect to javascript: or data:",
            "a redirect to a private network", "a name that changes its address", "from https to http",
            "a header of 300 KB", "a short Content-Length", "a status line of garbage", "ESC in the reason phrase",
            "charset=zlib", "hosts and ports that can't be", "a bad certificate", "cookies and passwords stay home",
            "304, 429, 503 and Retry-After", "200 dead of 1,000",
            # feeds
            "billion laughs", "quadratic blow-up", "an external entity, a file", "an external entity by http",
            "entities in UTF-16", "100,000 attributes", "200,000 nested elements", "100,000 items", "a title of 10 MB",
            "NUL", "a lone surrogate by reference", "invalid UTF-8", "a wrong or unknown charset",
            "cut off in the middle", "a login page", "an empty body", "no guid", "doubled guids",
            "one guid in two feeds", "guids that change every time", "absurd dates", "a date in the future",
            "deep JSON", "JSON of wrong types and numbers",
            # pages
            "ESC in a paragraph", "300 nested divs", "100,000 divs", "80,000 attributes", "a text node of 11 MB",
            "100,000 links", "lone surrogates in a page", "gzip bytes as a page", "a page without a text",
            "encoding= within the text",
            # the terminal
            "OSC 52", "OSC 0 and 8", "C1 controls", "bidi overrides", "runs that take no cell", "CR and backspace",
            "an action in markup", "brackets are text", "escapes in everything that is printed",
            "escapes in OPML, file names and settings",
            # links and other programs
            "schemes that are refused", "an address like an option", "an address like a command", "%s in an address",
            "no browser", "a command that misbehaves", "look-alike hosts",
            # files, OPML, settings
            "titles as file names", "out of the folder", "FIFOs and devices", "a loop of symlinks", "OPML 100,000 deep",
            "entities in OPML", "partly bad OPML", "bad TOML", "an unknown key", "a file that can't be read",
            # the library
            "garbage for a database", "a truncated database", "a full disk", "a read-only home", "two that write",
            "a newer schema", "killed during a migration", "the clock moved by a year",
            # life and death
            "killed during a refresh", "signals give the terminal back", "no terminal", "1x1 and a storm of resizes",
            "NO_COLOR, TERM=dumb, LC_ALL=C", "standard output closed, quit in mid-refresh",
        ),
        start=1,
    )
)  # fmt: skip
