"""One service: what its routes share, and how a request's files are judged."""

import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from starlette.requests import Request

from specvalidator.annotation import Marking
from specvalidator.errors import ProgramFailed, UnreadableFile
from specvalidator.judging import Judging
from specvalidator.packs import known_packs, load_pack
from specvalidator.readers.catalogues import load_catalogue
from specvalidator.readers.progress import Told
from specvalidator.reports import SHOWING_FILES
from specvalidator.service.following import Followed
from specvalidator.service.intake import Intake
from specvalidator.service.metrics import Metrics
from specvalidator.service.negotiation import language
from specvalidator.service.options import ServiceOptions
from specvalidator.service.problems import Name, ProblemError
from specvalidator.service.request_log import note
from specvalidator.service.senders import sender_of
from specvalidator.service.tokens import load_tokens
from specvalidator.service.uploads import uploads_of
from specvalidator.service.work import BUG, OUTCOMES, Jobs, Upload, failed
from specvalidator.service.worker_pool import FullError, WorkerPool
from specvalidator.wording import Lang
from specvalidator.workers.process import Reply
from specvalidator.workers.worker import Refusal


class Service:
    """What the routes share."""

    def __init__(self, options: ServiceOptions) -> None:
        """Look at all that the options name; nothing is started.

        Raises:
            BadPack: the pack cannot be used.
            BadCatalogue: the catalogue cannot be used.
            BadSettings: the tokens cannot be used.
        """
        self.options = options
        catalogue = load_catalogue(options.catalogue) if options.catalogue else None
        usual = Judging(options.pack, catalogue=catalogue, limits=options.limits)
        usual.bound()
        self.pack = load_pack(options.pack).pack.id
        """The id of the pack that is used where a request names none."""
        self.packs = {**{name: name for name in known_packs()}, self.pack: options.pack}
        """Every pack that a request may name: what to load it by."""
        self.tokens = load_tokens(options.tokens) if options.tokens else None
        prepare = Jobs(usual).prepared
        self.pool = WorkerPool(
            options.limits, prepare, options.workers, options.places, options.patience_seconds
        )
        self.intake = Intake(options)
        self.metrics = Metrics(self.pool)
        self.followed = Followed()

    def lang(self, request: Request) -> Lang:
        """Return the language of the answer to a request."""
        return language(request, self.options.lang)

    async def let_in(self, request: Request) -> None:
        """Refuse a request that has to bring a token and brings none that is known.

        Raises:
            ProblemError: unauthorised.
        """
        if self.tokens is None:
            return
        owner = self.tokens.owner(request.headers.get("authorization"))
        if owner is None:
            raise ProblemError("unauthorised")
        request.state.client = owner

    async def let_in_unless_open(self, request: Request) -> None:
        """Do as `let_in`, but where the address is one that is open to all.

        So nobody without a token learns which addresses there are and which methods they take.

        Raises:
            ProblemError: unauthorised.
        """
        route = request.scope.get("route")
        asked = {each.dependency for each in getattr(route, "dependencies", ())}
        if route is None or self.let_in in asked:
            await self.let_in(request)

    @asynccontextmanager
    async def admitted(self, request: Request) -> AsyncIterator[list[Upload]]:
        """Hold a place in the queue and the files of a request.

        Raises:
            ProblemError: busy, or whatever is wrong with the body.
        """
        try:
            sender = sender_of(request)
            self.pool.refuse_when_full(sender)  # before the body is read for nothing
            with self.intake.admitted(request) as body:
                uploads = await uploads_of(request, body, self.options)
                self.metrics.bytes.inc(body.size)
                request.state.files = len(uploads)
                with self.pool.place(sender):
                    yield uploads
        except FullError:
            raise ProblemError("busy") from None

    async def checked(
        self,
        tasks: Sequence[tuple[Upload, Judging]],
        form: str,
        uploads: Sequence[Upload],
        request: Request,
        told: Told,
    ) -> bytes:
        """Return what came of the files of a request, as one page.

        Args:
            tasks: what is judged, and how; at least one.
            form: the page's format, one of `RENDERERS`.
            uploads: the files, for a page that shows them.
            request: who asks.
            told: hears how far it has come, as `WorkerPool.do` tells it.

        Raises:
            ProblemError: busy or failed.
        """
        outcomes: list[bytes] = []
        lang = self.lang(request)
        at_once = len(tasks) == 1 and form not in SHOWING_FILES
        job, more = ("checked", (form, lang)) if at_once else ("judged", ())
        for upload, asked in tasks:
            reply = await self.pool.do(
                job, upload, asked, *more, sender=sender_of(request), first=not outcomes, told=told
            )
            self._count(reply, request)
            if isinstance(reply, Reply) and at_once:
                return reply.payload
            outcome = reply.payload if isinstance(reply, Reply) else failed(upload, _said_of(reply))
            outcomes.append(outcome)
        return await self._page(outcomes, form, lang, uploads, request)

    async def _page(
        self,
        outcomes: Sequence[bytes],
        form: str,
        lang: Lang,
        uploads: Sequence[Upload],
        request: Request,
    ) -> bytes:
        shown = [each.data for each in uploads] if form in SHOWING_FILES else []
        # What a file looks like may be beyond reach though it could be judged.
        for files in (shown, []):
            reply = await self.pool.do(
                "written", outcomes, form, lang, files, sender=sender_of(request), begun=True
            )
            if isinstance(reply, Reply):
                return reply.payload
            self._note_bug(reply, request)
        raise ProblemError("failed")

    async def marked(
        self, upload: Upload, asked: Judging, request: Request, *, suggest: bool
    ) -> tuple[bytes, int]:
        """Return the marked copy of a file, and how many fixes are written in it.

        Raises:
            ProblemError: not-marked.
        """
        reply = await self.pool.do(
            "marked", upload, asked, Marking(suggest), sender=sender_of(request), first=True
        )
        self._count(reply, request)
        if isinstance(reply, Refusal):
            error = _said_of(reply)
            raise ProblemError("not-marked", error.words, error=error.error)
        fixed, _, copy = reply.payload.partition(b"\n")
        return copy, int(fixed)

    async def made(self, job: str, request: Request, *wishes: object) -> bytes:
        """Return what is made of results: the letter `lettered`, the workbook `tabled`.

        Raises:
            ProblemError: not-written, or not-found where there is no such report.
        """
        reply = await self.pool.do(job, *wishes, sender=sender_of(request), first=True)
        self._note_bug(reply, request)
        if isinstance(reply, Refusal):
            error = _said_of(reply)
            name: Name = "not-found" if error.error == "not-found" else "not-written"
            raise ProblemError(name, error.words, error=error.error)
        return reply.payload

    def _count(self, reply: Reply | Refusal, request: Request) -> None:
        outcome = reply.outcome if isinstance(reply, Reply) else _said_of(reply).error
        self.metrics.files.labels(outcome if outcome in OUTCOMES else "unreadable").inc()
        self._note_bug(reply, request)

    def _note_bug(self, reply: Reply | Refusal, request: Request) -> None:
        bug = reply.bug if isinstance(reply, Reply) else None
        if isinstance(reply, Refusal) and isinstance(reply.error, ProgramFailed):
            bug = reply.error.place
        if bug:
            self.metrics.bugs.inc()
            note("bug", level=logging.ERROR, request_id=request.state.request_id, bug=bug)


def _said_of(refusal: Refusal) -> UnreadableFile:
    """Return what is said of a file that gave nothing; of a bug, what an operator needs."""
    error = refusal.error
    if isinstance(error, UnreadableFile) and not isinstance(error, ProgramFailed):
        return error
    return BUG
