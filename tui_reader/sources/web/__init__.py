"""The one way to the network: nothing else in the reader speaks HTTP.

Everything a caller needs is named here; the modules beside it know one thing each: `addresses` what an
address may be, `dialing` how a name becomes a connection, `wires` how its bytes come and go, `connections` what
they mean, `pools` which of them are kept, `proxies` how it goes by a proxy, `bodies` how an answer is unpacked, `turns` who may ask when, `failures` what went wrong in one line, and `get` the request
with its redirects.
"""

from tui_reader.sources.web.answers import Response
from tui_reader.sources.web.failures import AskedToWaitError, UnreachableError
from tui_reader.sources.web.get import ACCEPT_FEED, ACCEPT_PAGE, Web

__all__ = ["ACCEPT_FEED", "ACCEPT_PAGE", "AskedToWaitError", "Response", "UnreachableError", "Web"]
