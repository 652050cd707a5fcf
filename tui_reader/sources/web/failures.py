"""What can go wrong on the way, each as one clean line that names the host and says what to do."""

from __future__ import annotations

import errno
import os
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http import HTTPStatus

import h11

from tui_reader.clean import clean_line
from tui_reader.errors import FetchError
from tui_reader.sources.web.addresses import without_credentials
from tui_reader.sources.web.bodies import BodyError
from tui_reader.sources.web.dialing import (
    DialError,
    NoConnectionError,
    PrivateAddressError,
    SlowConnectionError,
)
from tui_reader.sources.web.ways import ProxyRefusedError
from tui_reader.words import N_, tr

# What the system says most, which it says in English wherever no locale was set.
_OF_SYSTEM = {
    errno.ECONNREFUSED: N_("connection refused"),
    errno.ECONNRESET: N_("connection reset by peer"),
    errno.EHOSTUNREACH: N_("no route to host"),
    errno.ENETUNREACH: N_("network is unreachable"),
    errno.ETIMEDOUT: N_("connection timed out"),
}


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
    way = tr(" (by the proxy {proxy})", proxy=without_credentials(proxy)) if proxy else ""
    try:
        yield
    except PrivateAddressError as error:
        raise WrongAddressError(private(host)) from error
    except DialError as error:
        raise UnreachableError(tr("could not reach {host}: {why}", host=host, why=error)) from error
    except SlowConnectionError as error:
        message = tr(
            "could not reach {host}: no answer within {seconds} s; try again later",
            host=f"{host}{way}",
            seconds=f"{connect_seconds:g}",
        )
        raise UnreachableError(message) from error
    except NoConnectionError as error:
        raise _no_connection(host, way, error) from error
    except BodyError as error:
        raise FetchError(clean_line(tr("{host} {did}; not read", host=host, did=error))) from error
    except TimeoutError as error:
        raise FetchError(tr("{host} stopped answering; try again later", host=f"{host}{way}")) from error
    except ProxyRefusedError as error:
        raise FetchError(
            tr("the proxy for {host} refused: {why}; check the proxy", host=f"{host}{way}", why=_brief(error))
        ) from error
    except OSError as error:
        raise FetchError(
            tr("{host} broke off the connection; try again later", host=f"{host}{way}")
        ) from error
    except h11.RemoteProtocolError as error:
        raise FetchError(
            tr("{host} {did}; try again later", host=f"{host}{way}", did=_no_http(error))
        ) from error
    except (h11.ProtocolError, ValueError, ExceptionGroup) as error:
        raise FetchError(tr("could not ask {host}: {why}", host=f"{host}{way}", why=_brief(error))) from error


def private(host: str) -> str:
    """A stranger's page led to a private network."""
    return tr(
        "{host} is on this machine or a private network and was not typed by you: not asked; "
        "open it by its address if you want it",
        host=host,
    )


def too_slow(host: str, seconds: float) -> str:
    """The total time ran out."""
    return tr("{host} took longer than {seconds} s; try again later", host=host, seconds=f"{seconds:g}")


def of_status(host: str, status: int, reason: str, not_before: datetime | None) -> FetchError:
    """An answer that is an error. ``reason`` is the server's own phrase."""
    if status in (429, 503):
        busy = tr("is asked too often") if status == 429 else tr("is busy")
        if not_before:
            time = f"{not_before:%Y-%m-%d %H:%M}"
            said = tr(
                "{host} {busy} ({status}) and asks not to be contacted before {time} UTC",
                host=host,
                busy=busy,
                status=status,
                time=time,
            )
        else:
            said = tr(
                "{host} {busy} ({status}) and asks not to be contacted for a while",
                host=host,
                busy=busy,
                status=status,
            )
        return AskedToWaitError(said, not_before)
    if status in (404, 410):
        return WrongAddressError(
            tr("{host} has nothing there any more ({status}); check the address", host=host, status=status)
            if status == 410
            else tr(
                "{host} has nothing at that address ({status}); check the address", host=host, status=status
            )
        )
    if status in (401, 403, 407, 451):
        return WrongAddressError(
            tr(
                "{host} refuses access ({answer}); open it in the browser",
                host=host,
                answer=_phrase(status, reason),
            )
        )
    answer = _phrase(status, reason)
    return FetchError(
        tr("{host} answered {answer}; try again later", host=host, answer=answer)
        if status >= 500
        else tr("{host} answered {answer}; check the address", host=host, answer=answer)
    )


def _phrase(status: int, reason: str) -> str:
    phrase = clean_line(reason[:200])[:60]
    if not phrase:
        phrase = next((known.phrase for known in HTTPStatus if known == status), "")
    return f"{status} {phrase}".strip()


def _no_connection(host: str, way: str, error: Exception) -> FetchError:
    for cause in _chain(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            why = clean_line(cause.verify_message)[:100] or tr("it can't be verified")
            return FetchError(
                tr("the certificate of {host} is not valid ({why}); nothing was fetched", host=host, why=why)
            )
        if isinstance(cause, ssl.SSLError):
            why = clean_line(cause.reason or tr("no common protocol")).replace("_", " ").lower()[:60]
            return FetchError(
                tr("no secure connection to {host} ({why}); try again later", host=f"{host}{way}", why=why)
            )
        if isinstance(cause, OSError) and cause.errno:
            return UnreachableError(
                tr("could not reach {host}: {why}", host=f"{host}{way}", why=_os_reason(cause.errno))
            )
    return UnreachableError(
        tr("could not reach {host}; check the address or your connection", host=f"{host}{way}")
    )


def _os_reason(number: int) -> str:
    reason = tr(_OF_SYSTEM[number]) if number in _OF_SYSTEM else os.strerror(number).lower()
    return tr("{reason}; check the address or your connection", reason=reason)


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
        return tr("broke off in the middle of its answer")
    if "disconnected" in text:
        return tr("closed the connection without an answer")
    return tr("sent an answer that is not valid HTTP")


def _brief(error: Exception) -> str:
    return clean_line(str(error)[:400])[:100] or type(error).__name__
