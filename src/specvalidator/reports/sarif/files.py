"""The files of a SARIF run: what was looked at, and what could not be read."""

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote

from specvalidator.findings import Report
from specvalidator.places import Source
from specvalidator.reports import Failure
from specvalidator.reports.sarif.words import message
from specvalidator.wording import Lang

_Object = dict[str, Any]
ROOT = "%SRCROOT%"
"""What paths begin at, by the name that tools know it by."""
_FOLDER = "inode/directory"


class Files:
    """The artifacts of a run, each file once, in the order in which they are met."""

    def __init__(
        self,
        sources: Iterable[Source | None],
        failures: Iterable[Failure],
        path_of: Callable[[str], str] = str,
    ) -> None:
        self._path_of = path_of
        self._failures = tuple(failures)
        self._numbers: dict[tuple[str, str | None], int] = {}
        self._sources: list[Source] = []
        for source in (*sources, *(failure.source for failure in self._failures)):
            if source is not None and self._key(source) not in self._numbers:
                self._numbers[self._key(source)] = len(self._sources)
                self._sources.append(source)

    def artifacts(self) -> list[_Object]:
        """Return what is known of each file."""
        return [self._artifact(source) for source in self._sources]

    def physical(self, report: Report, inside: str | None = None) -> _Object:
        """Return the physical location of a report's file, or of a file inside that dossier.

        Empty where there was no file.
        """
        if report.source is None:
            return {}
        source = self._inside(report.source, inside) or report.source
        return self._physical(source, self._numbers[self._key(source)])

    def notifications(self, lang: Lang) -> list[_Object]:
        """Return a notification for each file that could not be read."""
        reasons = [reason["id"] for reason in self.reasons()]
        return [
            {
                "descriptor": {"id": error.error, "index": reasons.index(error.error)},
                "level": "error",
                "message": message(error.said(lang)),
                "locations": [self._physical(source, self._numbers[self._key(source)])],
            }
            for source, error in self._failures
        ]

    def reasons(self) -> list[_Object]:
        """Return the descriptors of the notifications: why files could not be read."""
        return [{"id": word} for word in sorted({error.error for _, error in self._failures})]

    def _inside(self, dossier: Source, file: str | None) -> Source | None:
        """Find the source of a file inside a dossier, where a report of its own names it."""
        name = f"{dossier.name}/{file}"
        return next((each for each in self._sources if file and each.name == name), None)

    @staticmethod
    def _key(source: Source) -> tuple[str, str | None]:
        return source.name, source.sha256

    def _artifact(self, source: Source) -> _Object:
        roles = ["analysisTarget"]
        if source.media_type == _FOLDER:
            roles.append("directory")
        artifact: _Object = {"location": self._location(source), "roles": roles}
        if source.media_type and source.media_type != _FOLDER:
            artifact["mimeType"] = source.media_type
        if source.size is not None:
            artifact["length"] = source.size
        if source.sha256 is not None:
            artifact["hashes"] = {"sha-256": source.sha256}
        return artifact

    def _physical(self, source: Source, number: int) -> _Object:
        return {
            "physicalLocation": {"artifactLocation": {**self._location(source), "index": number}}
        }

    def _location(self, source: Source) -> _Object:
        """Return a relative reference; a folder's ends with a slash (§3.4.3)."""
        uri = quote(self._path_of(source.name), safe="/", errors="backslashreplace")
        return {"uri": f"{uri}/" if source.media_type == _FOLDER else uri, "uriBaseId": ROOT}
