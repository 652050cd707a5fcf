"""Feeds on loopback, in a process of their own: 30 entries of about 3 kB each.

``python -m tests.benchmarks.feed_server COUNT`` prints its port, then answers on every loopback address until
it is ended.
"""

from __future__ import annotations

import asyncio
import sys
from email.utils import format_datetime
from html import escape

from tests.benchmarks.shelf import FEEDS, article

ENTRIES = 30


def feed(number: int) -> bytes:
    """The RSS document of feed ``number``: the newest entries that `shelf` makes for it."""
    items = []
    for entry in range(ENTRIES):
        one = article(entry * FEEDS + number)
        html = "".join(f"<p>{block.text}</p>" for block in one.body if block.text)
        date = format_datetime(one.published) if one.published else ""
        items.append(
            f"<item><title>{escape(one.title)}</title><link>{one.url}</link><guid>{one.url}</guid>"
            f"<pubDate>{date}</pubDate><content:encoded><![CDATA[{html}]]></content:encoded></item>"
        )
    head = f"<title>{number}</title><link>https://paper{number}.example/</link><description/>"
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"{head}{''.join(items)}</channel></rss>"
    ).encode()


async def serve(count: int) -> None:
    """Answer until the process is ended."""
    bodies = {f"/{number}.xml": feed(number) for number in range(count)}

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = (await reader.readuntil(b"\r\n\r\n")).split(b" ", 2)[1].decode()
        body = bodies.get(asked)
        status = "200 OK" if body is not None else "404 Not Found"
        head = f"HTTP/1.1 {status}\r\nContent-Type: application/rss+xml\r\nConnection: close\r\n"
        writer.write(f"{head}Content-Length: {len(body or b'')}\r\n\r\n".encode() + (body or b""))
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "0.0.0.0", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
