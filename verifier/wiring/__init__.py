"""Wiring: settings -> clients on a desk, and the loop that runs them. The only place that names concrete clients.

Nothing is imported before it is needed: `verify extract` never loads the HTTP client.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Coroutine, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from verifier import __version__, documents, pipeline
from verifier.model.errors import SourceError, StoreError, UsageError
from verifier.pipeline import Clock, Desk, Options, Planned, Progress, identity
from verifier.settings import Settings, shown
from verifier.wiring import clients

if TYPE_CHECKING:
    from verifier.checks.saving.save_page_now import Keys, SavePageNow
    from verifier.model.change import ChangeKind, Letter
    from verifier.model.report import Report
    from verifier.model.review import Reviewed
    from verifier.pipeline.doctor import Sign
    from verifier.store.history import History
    from verifier.web.replay import Recorded

T = TypeVar("T")
Watcher = Callable[[Progress], None]

_SHAPING = {field.name for field in fields(Options)} - {"lately", "notes", "shown", "tool_version"}


def options_of(settings: Settings) -> Options:
    """The part of the settings that shapes a run."""
    plain = {name: getattr(settings, name) for name in _SHAPING}
    plain["refresh"] = settings.refresh or settings.record is not None  # what is remembered could not be replayed
    return Options(**plain, notes=settings.note, shown=shown(settings), tool_version=__version__)


def with_record(settings: Settings, record: Path | None, replay: Path | None) -> Settings:
    """The settings of a run that is recorded in, or answered from, a file; the file of a record is begun."""
    from verifier.pipeline import recording

    recording.refuse(record, replay, offline=settings.offline)
    if record is not None:
        from verifier.web.record import begin

        begin(record, recording.about(options_of(settings)), clients.clock().now())
    return replace(settings, record=record, replay=replay)


def plan(
    settings: Settings, arguments: Sequence[str], stdin_name: str | None = None, *, keep: bool = False
) -> list[Planned]:
    """Read the sources and find what they cite; sources given as URLs are fetched first. `keep` keeps their bytes."""
    sources = identity.named(documents.expand(arguments, stdin_name), identity.home_of(settings.history))
    if not any(source.kind == "url" for source in sources):
        return pipeline.plan(sources, keep=keep)
    if settings.offline:
        offline = SourceError("a URL cannot be read offline", "Save the page and give the file.")
        return pipeline.plan(sources, {source.name: offline for source in sources if source.kind == "url"})

    async def fetched() -> list[Planned]:
        async with clients.fetcher(settings) as fetcher:
            return pipeline.plan(sources, await pipeline.fetch_sources(sources, fetcher), keep=keep)

    return _run(fetched())


def check(settings: Settings, planned: Sequence[Planned], progress: Watcher, *, lately: bool = False) -> Report:
    """Check and judge what was planned. The first Ctrl-C (or SIGTERM, as `timeout`, containers and CI
    runners send it, or SIGHUP, when the terminal is closed) ends the run with a partial report, the second at once.

    With `lately`, what the last run over the same sources found is used again, whatever it was. Raises UsageError for
    settings that only say what would be sent (`plan`).
    """
    if settings.plan:
        where = settings.origins.get("plan", "the settings")
        raise UsageError(f"plan ({where}): nothing is to be sent, so nothing can be looked up", "Leave it out.")
    from verifier.pipeline import recording
    from verifier.pipeline.questions import refuse_unknown_notes
    from verifier.wiring.warm_up import warming_up

    refuse_unknown_notes(planned, options_of(settings))
    reviews = identity.readdressed(_read_reviews(settings), planned, identity.home_of(settings.history))
    recorded = _recorded(settings)
    history, remarks = _history(settings)
    remarks = (*remarks, *recording.circumstances(options_of(settings), recorded, replayed=settings.replay is not None))

    async def checked() -> Report:
        options = replace(options_of(settings), lately=lately)
        desk = Desk(
            history=history, clock=_clock(settings, recorded), progress=progress, remarks=remarks, reviews=reviews
        )
        with _stopping(desk):
            if settings.offline:
                return await pipeline.verify(planned, desk, options)
            async with clients.fetcher(settings, recorded) as fetcher, warming_up(settings):
                clients.put_clients(desk, settings, fetcher, recorded.about.get("seed") if recorded else None)
                found = await pipeline.verify(planned, desk, options)
                return recording.noted(found, recorded.missing if recorded else ())

    try:
        return _run(checked())
    finally:
        if history is not None:
            history.close()


def saving(settings: Settings, keys: Keys, job: Callable[[SavePageNow, History | None], Coroutine[None, None, T]]) -> T:
    """What `job` brings from Save Page Now, asked with the user's keys; it gets the history, if one is kept."""
    history, _ = _history(settings)

    async def asked() -> T:
        async with clients.fetcher(settings) as fetcher:
            return await job(clients.save_page_now(fetcher, keys), history)

    try:
        return _run(asked())
    finally:
        if history is not None:
            history.close()


def disclosure(settings: Settings, planned: Sequence[Planned]) -> str:
    """Who would learn what from looking up what was planned, in words (`--plan`)."""
    from verifier.pipeline.disclosure import disclosure
    from verifier.pipeline.questions import refuse_unknown_notes

    asked = [clients.host_of(address) for address in clients.archives_of(settings)]
    options = options_of(settings)
    refuse_unknown_notes(planned, options)
    return disclosure(planned, options, asked, settings.allow_network, proxied=settings.proxy is not None)


def fix(planned: Sequence[Planned], report: Report, only: Collection[ChangeKind], *, write: bool) -> Iterator[Letter]:
    """Each source with its links corrected by what the report found; without `write`, only what is to be corrected."""
    from verifier.pipeline.fix import fix as fix_one

    for one, document in zip(planned, report.documents, strict=True):
        yield fix_one(one, document, only, write=write)


def _read_reviews(settings: Settings) -> tuple[Reviewed, ...]:
    """The decisions kept beside the letters. Raises UsageError when the file that was named is not there or wrong."""
    if not settings.reviews.exists():
        if "reviews" in settings.origins:
            raise UsageError(f"there is no file {settings.reviews}", "`verify review` writes it.")
        return ()
    from verifier.store import reviews

    return reviews.read(settings.reviews)


def doctor(settings: Settings) -> Iterator[Sign]:
    """What `verify doctor` finds, as it finds it."""
    import os

    from verifier.pipeline import doctor as signs
    from verifier.web.trust import tls_context

    yield from signs.versions()
    yield signs.history(settings.history, wanted=not settings.no_history)
    yield signs.proxies(settings.proxy, os.environ)
    yield signs.trust(tls_context(settings.ca_bundle))
    keys, sign = signs.account(os.environ)
    yield sign

    async def asked() -> tuple[Sign, ...]:
        desk = Desk(clock=clients.clock())
        async with clients.fetcher(settings) as fetcher:
            found = [*await signs.network(fetcher, desk.now())]
            if settings.proxy is None and found[0].state is signs.State.FINE:
                found.append(await signs.honest_dns(fetcher))
            archives = [
                clients.archive_client(each, desk, fetcher, patience=0.0) for each in clients.archives_of(settings)
            ]
            found += [await signs.archive(archive) for archive in archives]
            if keys is not None and not settings.no_archive:
                found.append(await signs.allowance(clients.save_page_now(fetcher, keys, patience=0.0)))
            return tuple(found)

    yield from _run(asked())


@contextmanager
def _stopping(desk: Desk) -> Iterator[None]:
    """Meanwhile the first Ctrl-C, SIGTERM or SIGHUP tells the desk to stop; the second, and any later, ends at once.

    A SIGHUP that is ignored from the start (`nohup`) stays ignored.
    """
    import asyncio
    import signal

    loop = asyncio.get_running_loop()
    ending = [signal.SIGINT, signal.SIGTERM]
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        ending.append(signal.SIGHUP)

    def let_go() -> None:
        # No signal handlers on this platform or in this thread: Ctrl-C then ends the run at once.
        with suppress(NotImplementedError, RuntimeError, ValueError):
            for sent in ending:
                loop.remove_signal_handler(sent)

    def stop() -> None:
        desk.stop.set()
        let_go()

    with suppress(NotImplementedError, RuntimeError, ValueError):
        for sent in ending:
            loop.add_signal_handler(sent, stop)
    try:
        yield
    finally:
        let_go()  # uvloop leaves its handlers behind: what follows, such as `verify save`, could not be ended


def _recorded(settings: Settings) -> Recorded | None:
    """The record that answers for the web, or that this run is kept in."""
    path = settings.replay or settings.record
    if path is None:
        return None
    from verifier.web.replay import Recorded

    return Recorded(path)


def _clock(settings: Settings, recorded: Recorded | None) -> Clock:
    """The time that a run goes by: a record's own when it is replayed."""
    if recorded is None or settings.replay is None:
        return clients.clock()
    from verifier.web.replay import RecordedTime

    time = RecordedTime(recorded.begun)
    return Clock(time.now, time.monotonic, time.sleep)


def _history(settings: Settings) -> tuple[History | None, tuple[str, ...]]:
    """The history, or why the run goes without one."""
    if settings.no_history or settings.replay is not None:
        return None, ()
    from verifier.store.history import History

    history = None
    try:
        history = History.open(settings.history)
        identity.adopt(history, identity.home_of(settings.history))
    except StoreError as error:
        if history is not None:
            history.close()
        return None, (f"This run kept no history: {error.remark}",)
    return history, ()


def _run(main: Coroutine[None, None, T]) -> T:
    """Run on uvloop where it is installed (`[fast]`), else on asyncio's own loop."""
    import asyncio

    try:
        import uvloop
    except ImportError:
        return asyncio.run(main)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(main)
