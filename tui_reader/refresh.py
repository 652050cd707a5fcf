"""The refresh, written out once.

In words:

    for each edition of each source, side by side:
        decide          a server that wants to be left alone, or keeps failing, is not     `may_ask`
        fetch           with the validators of the last time                                web.get
        unchanged?      304, or the same bytes as last time: done, nothing is parsed
        parse, clean    in a worker, which can be ended, as far as to rows                  intake.take_feed
        store           articles and validators together, with those of others             `Lots`
        follow          the rules of the settings on what is new, in the same go           `Lots`
        full texts      of what are only summaries, where the settings want them now       `FullTexts`
        tell            a RefreshResult, as soon as it is known
    for each folder: the same with files instead of the network                            intake.take_folder

An error ends the edition that it is about and nothing else. Validators are written only once the articles
are in the library, so that whatever ends this early, the next refresh fetches again what is missing. The
network is never waited for inside a transaction. This module decides and orders; it neither parses nor
speaks HTTP nor SQL, and which sources are refreshed, and when, is its caller's choice.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import field, replace
from datetime import datetime
from typing import Any, Protocol

from tui_reader.backlog import Backlog
from tui_reader.clean import clean_line
from tui_reader.errors import ReaderError
from tui_reader.failing import Failures
from tui_reader.intake import Intake, take_feed, take_folder
from tui_reader.library.rows import Lot
from tui_reader.library.worker import LibraryThread
from tui_reader.limits import FEED_SECONDS, FOLDER_SECONDS, memory_for
from tui_reader.lots import BESIDE_A_READER, Lots, Pace
from tui_reader.model import Edition, Failure, Outcome, RefreshResult, Source, Validators
from tui_reader.patience import told, waits
from tui_reader.rules import Rule
from tui_reader.sources.web import Response, Web
from tui_reader.sources.web.addresses import without_credentials
from tui_reader.values import frozen
from tui_reader.words import tr
from tui_reader.worker_process import READS_FEEDS
from tui_reader.workers import Workers


@frozen
class Intent:
    """One edition, or one folder (then ``edition`` is None), and what was remembered of it."""

    source: Source
    edition: Edition | None
    known: Validators

    @property
    def language(self) -> str | None:
        """The language that the settings give."""
        return (self.edition.language if self.edition else None) or self.source.language

    @property
    def url(self) -> str:
        """The feed's address, safe to print, or the folder's path."""
        if self.edition is not None:
            return without_credentials(self.edition.url)
        return str(self.source.path)

    @property
    def key(self) -> str:
        """Under what its validators are kept.

        Not by the address alone: a source that got another name, or a second one with the same address,
        holds no articles yet and must not be told that nothing has changed.
        """
        address = self.edition.url if self.edition is not None else str(self.source.path)
        return f"{address}\n{self.source.name}\n{self.language or ''}"


@frozen
class _Found:
    """What one edition brought."""

    outcome: Outcome
    new: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    texts: int = 0
    fault: Failure | None = None


class _Texts(Protocol):
    """What `fulltext` tells of one edition's pages."""

    @property
    def fetched(self) -> int: ...

    @property
    def warnings(self) -> tuple[str, ...]: ...


_Fetch = Callable[[Source, str | None], Awaitable[_Texts]]


def may_ask(known: Validators, now: datetime, *, by_hand: bool = False) -> bool:
    """Whether a server may be asked, or wanted to be left alone until later, or keeps failing.

    One that fails is asked all the same where the reader named it ``by_hand``; a server's own wish is kept.
    """
    return not waits(known.not_before, now) and (by_hand or not waits(known.retry_at, now))


async def refresh(
    sources: Sequence[Source],
    *,
    library: LibraryThread,
    web: Web,
    workers: Workers,
    now: Callable[[], datetime],
    full_text: str = "when-opened",
    stored: Callable[[], None] = lambda: None,
    by_hand: bool = False,
    rules: Sequence[Rule] = (),
    pace: Pace = BESIDE_A_READER,
) -> AsyncGenerator[RefreshResult, None]:
    """Fetch, parse and store ``sources``; one result an edition or folder, in the order they are ready.

    ``full_text`` is the setting for sources without one of their own: ``with-refresh`` fetches pages too, for
    which a result waits; ``stored`` is called before, as soon as there are new articles in the library.
    ``by_hand`` says that the reader named these sources: those that keep failing are asked too. ``rules`` are followed
    on new articles as they are stored; why they could not be is the error of a result whose articles are held. ``pace``
    says how much is gathered before it is stored.
    Close it (`contextlib.aclosing`) where not every result is taken: what runs is then ended; what is
    stored is whole. Raises LibraryError when the library can't even be read.
    """
    intents = await _intents(sources, library)
    texts: _Fetch | None = None
    if any((source.full_text or full_text) == "with-refresh" for source in sources):
        from tui_reader.fulltext import FullTexts  # what reads pages takes longer to import than the rest

        texts = FullTexts(library, web, workers, now, full_text).fetch
    lots = Lots(library, now, len(intents), rules, pace)
    run = _Refresh(library, web, workers, now, texts, stored, Failures(library, now), by_hand, lots)
    ready: asyncio.Queue[RefreshResult] = asyncio.Queue()

    async def work(intent: Intent) -> None:
        ready.put_nowait(await run.one(intent))
        lots.ended()

    tasks = [asyncio.create_task(work(intent)) for intent in intents]
    asyncio.get_running_loop().call_soon(_warm, workers, intents)  # when the first requests are on their way
    try:
        for _ in tasks:
            yield await ready.get()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await lots.close()


def _warm(workers: Workers, intents: Sequence[Intent]) -> None:
    """Have the workers ready when the first answers come, where several feeds are asked that were never read."""
    if sum(intent.edition is not None and intent.known == Validators() for intent in intents) > 1:
        with suppress(OSError):  # what is wrong is told of each feed
            workers.warm(READS_FEEDS)


async def _intents(sources: Sequence[Source], library: LibraryThread) -> list[Intent]:
    """What there is to do, with what is remembered of each, asked in one go."""
    blank = [
        Intent(source, edition, Validators())
        for source in sources
        for edition in ((None,) if source.path is not None else source.editions)
    ]
    keys = [intent.key for intent in blank]
    known = await library.run(lambda held: [held.validators(key) for key in keys])
    return [replace(intent, known=validators) for intent, validators in zip(blank, known, strict=True)]


@frozen
class _Refresh:
    """The steps of one refresh, with what they work on."""

    _library: LibraryThread
    _web: Web
    _workers: Workers
    _now: Callable[[], datetime]
    _fetch: _Fetch | None
    _stored: Callable[[], None]
    _failures: Failures
    _by_hand: bool
    _lots: Lots
    _backlog: Backlog = field(default_factory=Backlog)

    async def one(self, intent: Intent) -> RefreshResult:
        """The whole way of one edition or folder; never raises but for cancellation."""
        loop = asyncio.get_running_loop()
        error: Failure | None = None
        found = _Found(Outcome.ERROR)
        async with self._backlog.place():
            started = loop.time()
            try:
                found = await self._steps(intent)
            except ReaderError as problem:
                error = Failure(problem.kind, clean_line(str(problem)))
                if intent.edition is not None:
                    again = await self._failures.count(intent.key, intent.known, problem)
                    found = replace(found, warnings=again)
            except Exception as problem:  # a fault of ours in one source must not stop the others
                said = clean_line(f"{type(problem).__name__}: {str(problem)[:200]}")
                error = Failure("internal", f"a fault in the reader, please report it: {said}")
        return RefreshResult(
            source=intent.source.name,
            language=intent.language,
            url=intent.url,
            outcome=found.outcome,
            new=len(found.new),
            ids=found.new,
            seconds=loop.time() - started,
            error=error or found.fault,
            warnings=found.warnings,
            texts=found.texts,
        )

    def _steps(self, intent: Intent) -> Coroutine[Any, Any, _Found]:
        if intent.edition is None:
            return self._folder(intent)
        return self._edition(intent, intent.edition)

    async def _edition(self, intent: Intent, edition: Edition) -> _Found:
        known, now = intent.known, self._now()
        if not may_ask(known, now, by_hand=self._by_hand):
            why = told(known, now)
            if waits(known.not_before, now):
                why = tr(
                    "it asks not to be contacted before {time} UTC", time=f"{known.not_before:%Y-%m-%d %H:%M}"
                )
            return _Found(Outcome.UNCHANGED, warnings=(tr("not asked: {why}", why=why),))
        async with self._backlog.large() as room:
            response = await self._web.get(edition.url, known, typed=True, room=room)
            await self._failures.reached()
            if response.status == 304 or response.body_hash == known.body_hash:
                await self._remember(intent, _validators(response, known))
                found = _Found(Outcome.UNCHANGED, warnings=response.warnings)
            else:
                intake = await self._parsed(intent, response)
                validators = _validators(response, Validators())
                with self._backlog.storing(len(intake.rows), len(response.body)):
                    found = await self._store(intent, intake, validators, response.warnings)
        return await self._with_texts(intent, found)

    async def _parsed(self, intent: Intent, response: Response) -> Intake:
        async with self._backlog.parsing(len(response.body)):
            return await self._workers.run(
                take_feed,
                response.body,
                response.url,
                intent.source.name,
                intent.language,
                response.content_type,
                len(intent.source.editions) > 1,
                timeout=FEED_SECONDS,
                memory=memory_for(response.body),
            )

    async def _with_texts(self, intent: Intent, found: _Found) -> _Found:
        if self._fetch is None:
            return found
        texts = await self._fetch(intent.source, intent.language)
        return replace(found, texts=texts.fetched, warnings=texts.warnings + found.warnings)

    async def _folder(self, intent: Intent) -> _Found:
        path = intent.source.path
        if path is None:
            raise ValueError(f"the source {intent.source.name} has neither editions nor a path")
        found = await self._workers.run(
            take_folder,
            path,
            intent.source.name,
            intent.source.language,
            intent.known.body_hash,
            timeout=FOLDER_SECONDS,
        )
        if found.intake is None:
            return _Found(Outcome.UNCHANGED)
        return await self._store(intent, found.intake, Validators(body_hash=found.fingerprint))

    async def _store(
        self, intent: Intent, intake: Intake, validators: Validators, warnings: tuple[str, ...] = ()
    ) -> _Found:
        new = await self._lots.keep(Lot(intent.key, intake.rows, validators))
        if new:
            self._stored()
        told = clean_line("; ".join(self._lots.faults()))
        fault = Failure("rules", told) if told else None
        outcome = Outcome.NEW if new else Outcome.UNCHANGED
        return _Found(outcome, new, warnings + intake.warnings, fault=fault)

    async def _remember(self, intent: Intent, validators: Validators) -> None:
        if validators != intent.known:
            await self._library.run(lambda held: held.remember(intent.key, validators))


def _validators(response: Response, known: Validators) -> Validators:
    """What to remember of an answer; a 304 that leaves a field out leaves it as it was (RFC 9110, 15.4.5)."""
    return Validators(
        etag=response.etag or known.etag,
        last_modified=response.last_modified or known.last_modified,
        body_hash=response.body_hash or known.body_hash,
        moved_to=response.moved_to,
        not_before=response.not_before,
    )
