"""Addresses as httpx reads them: which are asked, where a redirect leads, who may see the credentials."""

from __future__ import annotations

import base64
import re
from urllib.parse import unquote

import httpx

from tui_reader.sources.web.addresses import is_literal, without_credentials
from tui_reader.sources.web.failures import WrongAddressError
from tui_reader.words import tr

MAX_PORT = 65_535
MAX_HOST = 253  # RFC 1035 section 2.3.4
_NAME = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?")


def parse(text: str) -> httpx.URL:
    """``text`` as an http or https address without its fragment; WrongAddressError for anything else."""
    try:
        url = httpx.URL(text.strip())
    except (httpx.InvalidURL, ValueError, AssertionError) as error:  # IDNAError is a ValueError
        raise WrongAddressError(tr("{address} is not an address; check it", address=_quoted(text))) from error
    if (url.port or 0) > MAX_PORT:
        raise WrongAddressError(
            tr("{address} has a port beyond {most}; check it", address=_quoted(text), most=MAX_PORT)
        )
    if url.scheme not in ("http", "https") or not url.raw_host:
        raise WrongAddressError(
            tr("{address} is not an http or https address; check it", address=_quoted(text))
        )
    if not _can_be(host(url)):
        raise WrongAddressError(tr("{address} names a host that can't be; check it", address=_quoted(text)))
    return url.copy_with(fragment=None)


def target(url: httpx.URL, location: str | None) -> httpx.URL:
    """Where a redirect leads; credentials that it carries are a stranger's and are dropped."""
    if not location:
        raise WrongAddressError(tr("{host} redirects to nowhere; check the address", host=host(url)))
    try:
        joined = parse(str(bare(url).join(location.strip())))
    except (httpx.InvalidURL, ValueError, AssertionError, WrongAddressError) as error:
        raise WrongAddressError(
            tr(
                "{host} redirects to {address}, which is not an http or https address; check the address",
                host=host(url),
                address=_quoted(location),
            )
        ) from error
    return bare(joined)


def host(url: httpx.URL) -> str:
    """The host as it is asked for and shown: ASCII, foreign letters as punycode."""
    return url.raw_host.decode("ascii")


def _can_be(name: str) -> bool:
    """Whether there can be such a host: an IP address, or a name of letters, digits and hyphens."""
    return is_literal(name) or (len(name) <= MAX_HOST and _NAME.fullmatch(name) is not None)


def bare(url: httpx.URL) -> httpx.URL:
    """``url`` without name and password."""
    return url.copy_with(username=None, password=None) if url.userinfo else url


def shown(url: httpx.URL) -> str:
    """``url`` as it may be printed and stored."""
    return without_credentials(str(bare(url)))


def credentials(home: httpx.URL, url: httpx.URL) -> dict[str, str]:
    """The field that carries the typed address's name and password: to its own host only.

    The same host by https counts as its own where both ports are the usual ones (RFC 7617 section 2).
    """
    same = (url.scheme, url.raw_host, url.port) == (home.scheme, home.raw_host, home.port)
    upgraded = (home.scheme, home.port, url.scheme, url.port) == ("http", None, "https", None)
    if not home.userinfo or not (same or (upgraded and url.raw_host == home.raw_host)):
        return {}
    name, _, password = home.userinfo.decode("ascii").partition(":")
    pair = f"{unquote(name)}:{unquote(password)}".encode()
    return {"Authorization": "Basic " + base64.b64encode(pair).decode("ascii")}


def _quoted(text: str) -> str:
    address = without_credentials(text)
    return f"'{address[:100]}…'" if len(address) > 100 else f"'{address}'"
