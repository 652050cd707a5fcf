"""What an address may be, and how it is shown: pure rules, no lookups and no requests.

A public page must not be able to make this machine fetch from its own private networks, and an address
that carries a name and a password must never be printed with them.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit, urlunsplit

from tui_reader.clean import clean_address

MAX_WAIT = timedelta(days=1)
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address
_USERINFO = re.compile(r"(?<=//)[^/?#]*@")


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public Internet.

    Loopback, private, link-local, shared (RFC 6598), multicast and reserved ones do not, nor an IPv6
    address that only wraps such an IPv4 one. A zone (``%eth0``) is allowed. Raises ValueError for a name.
    """
    ip = ip_address(address)
    if isinstance(ip, IPv6Address) and (wrapped := _wrapped(ip)):
        return is_public(str(wrapped))
    return ip.is_global and not ip.is_multicast


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


def _wrapped(ip: IPv6Address) -> IPv4Address | None:
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour
