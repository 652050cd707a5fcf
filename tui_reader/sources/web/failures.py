"""What can go wrong on the way, each as one clean line that names the host and says what to do."""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http import HTTPStatus

import httpcore

from tui_reader.clean import clean_line
from tui_reader.errors import FetchError
from tui_reader.sources.web.addresses import without_credentials
from tui_reader.sources.web.bodies import BodyError
from tui_reader.sources.web.dialing import DialError, PrivateAddressError


class UnreachableError(FetchError):
    """No connection to the host could be made."""


class WrongAddressError(FetchError):
    """The address itself is no good; asking again will not help, another address may."""


class AskedToWaitError(FetchError):
    """The server is busy; ``not_before`` is when it wants to be asked again, if it said so."""

    def __init__(self, message: str, not_before: datetime | None = None) -> None:
        super().__init__(message)
        self.not_before = not_before


@contextmanager
def told(host: str, proxy: str | None, connect_seconds: float) -> Iterator[None]:
    """Turn whatever the libraries raise while ``host`` is asked into a FetchError."""
    way = f" (by the proxy {without_credentials(proxy)})" if proxy else ""
    try:
        yield
    except PrivateAddressError as error:
        raise WrongAddressError(private(host)) from error
    except DialError as error:
        raise UnreachableError(f"could not reach {host}: {error}") from error
    except httpcore.ConnectTimeout as error:
        message = f"could not reach {host}{way}: no answer within {connect_seconds:g} s; try again later"
        raise UnreachableError(message) from error
    except httpcore.ConnectError as error:
        raise _no_connection(host, way, error) from error
    except BodyError as error:
        raise FetchError(clean_line(f"{host} {error}; not read")) from error
    except httpcore.TimeoutException as error:
        raise FetchError(f"{host}{way} stopped answering; try again later") from error
    except httpcore.ProxyError as error:
        raise FetchError(f"the proxy for {host}{way} refused: {_brief(error)}; check the proxy") from error
    except (httpcore.NetworkError, OSError) as error:
        raise FetchError(f"{host}{way} broke off the connection; try again later") from error
    except httpcore.RemoteProtocolError as error:
        raise FetchError(f"{host}{way} {_no_http(error)}; try again later") from error
    except (
        httpcore.ProtocolError,
        httpcore.UnsupportedProtocol,
        httpcore.ConnectionNotAvailable,
        ValueError,
        ExceptionGroup,
    ) as error:
        raise FetchError(f"could not ask {host}{way}: {_brief(error)}") from error


def private(host: str) -> str:
    """A stranger's page led to a private network."""
    return (
        f"{host} is on this machine or a private network and was not typed by you: not asked; "
        "open it by its address if you want it"
    )


def too_slow(host: str, seconds: float) -> str:
    """The total time ran out."""
    return f"{host} took longer than {seconds:g} s; try again later"


def of_status(host: str, status: int, reason: str, not_before: datetime | None) -> FetchError:
    """An answer that is an error. ``reason`` is the server's own phrase."""
    if status in (429, 503):
        when = f" before {not_before:%Y-%m-%d %H:%M} UTC" if not_before else " for a while"
        busy = "is asked too often" if status == 429 else "is busy"
        return AskedToWaitError(f"{host} {busy} ({status}) and wants no question{when}", not_before)
    if status in (404, 410):
        gone = "has nothing there any more" if status == 410 else "has nothing at that address"
        return WrongAddressError(f"{host} {gone} ({status}); check the address")
    if status in (401, 403, 407, 451):
        return WrongAddressError(f"{host} refuses access ({_phrase(status, reason)}); open it in the browser")
    advice = "try again later" if status >= 500 else "check the address"
    return FetchError(f"{host} answered {_phrase(status, reason)}; {advice}")


def _phrase(status: int, reason: str) -> str:
    phrase = clean_line(reason[:200])[:60]
    if not phrase:
        phrase = next((known.phrase for known in HTTPStatus if known == status), "")
    return f"{status} {phrase}".strip()


def _no_connection(host: str, way: str, error: Exception) -> FetchError:
    for cause in _chain(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            why = clean_line(cause.verify_message)[:100] or "it can't be verified"
            return FetchError(f"the certificate of {host} is not valid ({why}); nothing was fetched")
        if isinstance(cause, ssl.SSLError):
            why = clean_line(cause.reason or "no common protocol").replace("_", " ").lower()[:60]
            return FetchError(f"no secure connection to {host}{way} ({why}); try again later")
        if isinstance(cause, OSError) and cause.errno:
            return UnreachableError(f"could not reach {host}{way}: {_os_reason(cause.errno)}")
    return UnreachableError(f"could not reach {host}{way}; check the address or your connection")


def _os_reason(errno: int) -> str:
    return f"{os.strerror(errno).lower()}; check the address or your connection"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, its causes, and the members of groups among them (one a tried address)."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        current = waiting.pop(0)
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        if isinstance(current, BaseExceptionGroup):
            waiting.extend(current.exceptions)
        waiting.extend((current.__cause__, current.__context__))


def _no_http(error: Exception) -> str:
    text = str(error)
    if "without sending complete message" in text or "incomplete chunked" in text:
        return "broke off in the middle of its answer"
    if "disconnected" in text:
        return "closed the connection without an answer"
    return "sent an answer that is not valid HTTP"


def _brief(error: Exception) -> str:
    return clean_line(str(error)[:400])[:100] or type(error).__name__
