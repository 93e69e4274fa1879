"""How much is said about one file: what is answered is bounded like what is read."""

from specvalidator.findings import Finding
from specvalidator.readers import refusals
from specvalidator.readers.limits import Limits

_FINDING = 400
"""Bytes of a finding's keys, and of what stands in every one."""
_LOCATION = 200
"""Bytes of a location, but for what is written there."""


class Answer:
    """What the reports on one file may still say, those of all its forms together."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._findings = limits.findings
        self._bytes = limits.report_bytes

    def take(self, finding: Finding) -> None:
        """Count a finding that is about to be reported.

        Raises:
            UnreadableFile: `too-large`.
        """
        self._findings -= 1
        if self._findings < 0:
            raise refusals.too_many_findings(self._limits.findings)
        self._bytes -= _bytes_of(finding)
        if self._bytes < 0:
            raise refusals.too_long_a_report(self._limits.report_bytes)


def _bytes_of(finding: Finding) -> int:
    """Return about how many bytes a finding has in JSON; letters are taken for Chinese ones."""
    texts = (finding.message, finding.suggestion, finding.clause.text, *finding.facts.values())
    letters = sum(map(len, texts)) + len(finding.location.path)
    letters += sum(len(each.path) + len(each.written or "") for each in finding.related)
    return _FINDING + _LOCATION * (1 + len(finding.related)) + 3 * letters
