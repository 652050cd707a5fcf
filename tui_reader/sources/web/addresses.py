"""What an address may be, and how it is shown: pure rules, no lookups and no requests.

A public page must not be able to make this machine fetch from its own private networks, and an address
that carries a name and a password must never be printed with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import IntEnum
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit, urlunsplit

from tui_reader.clean import clean_address

MAX_WAIT = timedelta(days=1)
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address
_UNICAST = IPv6Network("2000::/3")  # RFC 4291 section 2.4: all that was ever given out; the rest is special
_DOCUMENTS = IPv6Network("3fff::/20")  # RFC 9637, newer than the standard library's list
_THIS_HOST = IPv4Network("0.0.0.0/8")  # RFC 1122 section 3.2.1.3: often reaches this machine
_USERINFO = re.compile(r"(?<=//)[^/?#]*@")


class Reach(IntEnum):
    """How far a request may go; each allows less than the one before.

    Whoever leads us on may lead to where he stands or further out, never further in: to this machine only from
    this machine, to a private network only from there or from this machine (the rule of browsers, see
    https://wicg.github.io/private-network-access). Link-local addresses, where clouds keep their secrets, are
    asked only where the reader typed them.
    """

    ANYWHERE = 0
    MACHINE = 1
    PRIVATE = 2
    PUBLIC = 3


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public Internet.

    Loopback, private, link-local, shared (RFC 6598), multicast and reserved ones do not, nor an IPv6
    address that only wraps such an IPv4 one. A zone (``%eth0``) is allowed. Raises ValueError for a name.
    """
    ip = _plain(address)
    if isinstance(ip, IPv6Address) and (ip not in _UNICAST or ip in _DOCUMENTS):
        return False
    return ip.is_global and not ip.is_multicast


def allows(reach: Reach, address: str, is_public: Callable[[str], bool] = is_public) -> bool:
    """Whether a request of that ``reach`` may connect to an IP address. Raises ValueError for a name."""
    if reach is Reach.ANYWHERE or is_public(address):
        return True
    ip = _plain(address)
    special = ip.is_link_local or ip.is_unspecified or ip.is_multicast or ip.is_reserved
    if reach is Reach.PUBLIC or (special and not ip.is_loopback) or ip in _THIS_HOST:
        return False
    return reach is Reach.MACHINE or not ip.is_loopback


def reach_from(address: str, is_public: Callable[[str], bool] = is_public) -> Reach:
    """How far whoever answers at an IP address may lead us. Raises ValueError for a name."""
    if is_public(address):
        return Reach.PUBLIC
    return Reach.MACHINE if _plain(address).is_loopback else Reach.PRIVATE


def is_literal(host: str) -> bool:
    """Whether ``host`` is an IP address rather than a name."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def is_private_host(host: str) -> bool:
    """Whether ``host`` is, without asking a name server, known to be on this machine or a private network."""
    if is_literal(host):
        return not is_public(host)
    name = host.rstrip(".").lower()
    return name == "localhost" or name.endswith(".localhost")


def without_credentials(url: str) -> str:
    """``url`` without the name and password that may stand before its host; safe to print."""
    try:
        parts = urlsplit(url)
        if "@" in parts.netloc:
            url = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    except ValueError:
        url = _USERINFO.sub("", url)
    return clean_address(url)


def parse_retry_after(value: str | None, now: datetime) -> datetime | None:
    """The time that a Retry-After field names (RFC 9110 section 10.2.3), at most a day ahead of ``now``.

    None for a missing or unreadable field and for a time that has passed.
    """
    if not value:
        return None
    value = value.strip()
    try:
        if value.isascii() and value.isdigit():
            moment = now + timedelta(seconds=min(int(value[:12]), MAX_WAIT.total_seconds()))
        else:
            moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return min(moment.astimezone(UTC), now + MAX_WAIT) if moment > now else None


def _plain(address: str) -> IPv4Address | IPv6Address:
    """The address itself, out of an IPv6 one that only wraps an IPv4 one."""
    ip = ip_address(address)
    if isinstance(ip, IPv4Address):
        return ip
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or ip
