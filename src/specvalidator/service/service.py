"""One service: what its routes share, and how a request's files are judged."""

import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from starlette.requests import Request

from specvalidator import api
from specvalidator.packs import known_packs, load_pack
from specvalidator.reports import SHOWING_FILES
from specvalidator.service.crew import Crew, FullError
from specvalidator.service.intake import Intake
from specvalidator.service.journal import note
from specvalidator.service.metrics import Metrics
from specvalidator.service.options import Options
from specvalidator.service.problems import ProblemError
from specvalidator.service.tokens import load_tokens
from specvalidator.service.uploads import uploads_of
from specvalidator.service.wishes import language
from specvalidator.service.work import Asked, Desk, Upload, failed
from specvalidator.service.worker import Refusal, Reply
from specvalidator.wording import Lang


class Service:
    """What the routes share."""

    def __init__(self, options: Options) -> None:
        """Look at all that the options name; nothing is started.

        Raises:
            BadPack: the pack cannot be used.
            BadCatalogue: the catalogue cannot be used.
            BadSettings: the tokens cannot be used.
        """
        self.options = options
        catalogue = api.load_catalogue(options.catalogue) if options.catalogue else None
        api.bound(options.pack, catalogue)
        self.pack = load_pack(options.pack).pack.id
        """The id of the pack that is used where a request names none."""
        self.packs = {**{name: name for name in known_packs()}, self.pack: options.pack}
        """Every pack that a request may name: what to load it by."""
        self.tokens = load_tokens(options.tokens) if options.tokens else None
        desk = Desk(options.limits, catalogue, options.pack)
        self.crew = Crew(options.limits, desk.prepared, options.workers, options.places)
        self.intake = Intake(options)
        self.metrics = Metrics(self.crew)

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

    @asynccontextmanager
    async def admitted(self, request: Request) -> AsyncIterator[list[Upload]]:
        """Hold a place in the queue and the files of a request.

        Raises:
            ProblemError: busy, or whatever is wrong with the body.
        """
        try:
            self.crew.refuse_when_full()  # before the body is read for nothing
            with self.intake.admitted() as body:
                uploads = await uploads_of(request, body, self.options)
                self.metrics.bytes.inc(body.size)
                request.state.files = len(uploads)
                with self.crew.place():
                    yield uploads
        except FullError:
            raise ProblemError("busy") from None

    async def judged(self, upload: Upload, asked: Asked, request_id: str) -> bytes:
        """Return what came of a file, for `page`."""
        reply = await self.crew.do("judged", upload, asked)
        self._count(reply, request_id)
        return reply.payload if isinstance(reply, Reply) else failed(upload, reply.error)

    async def page(
        self,
        outcomes: Sequence[bytes],
        form: str,
        lang: Lang,
        uploads: Sequence[Upload],
        request_id: str,
    ) -> bytes:
        """Return what came of the files of a request, as one page.

        Raises:
            ProblemError: failed.
        """
        shown = [each.data for each in uploads] if form in SHOWING_FILES else []
        # What a file looks like may be beyond reach though it could be judged.
        for files in (shown, []):
            reply = await self.crew.do("written", outcomes, form, lang, files, begun=True)
            if isinstance(reply, Reply):
                return reply.payload
            self._note_bug(reply, request_id)
        raise ProblemError("failed")

    async def marked(
        self, upload: Upload, asked: Asked, request_id: str, *, suggest: bool
    ) -> bytes:
        """Return the marked copy of a file.

        Raises:
            ProblemError: not-marked.
        """
        reply = await self.crew.do("marked", upload, asked, suggest=suggest)
        self._count(reply, request_id)
        if isinstance(reply, Refusal):
            raise ProblemError("not-marked", reply.error.words, error=reply.error.error)
        return reply.payload

    def _count(self, reply: Reply | Refusal, request_id: str) -> None:
        outcome = reply.outcome if isinstance(reply, Reply) else reply.error.error
        self.metrics.files.labels(outcome).inc()
        if isinstance(reply, Refusal):
            self._note_bug(reply, request_id)

    def _note_bug(self, refusal: Refusal, request_id: str) -> None:
        if refusal.bug:
            self.metrics.bugs.inc()
            note("bug", level=logging.ERROR, request_id=request_id, bug=refusal.bug)
