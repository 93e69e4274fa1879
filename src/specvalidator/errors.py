"""What can go wrong before there is anything to judge, said so that a user can act on it."""

from pathlib import Path
from typing import Any, Literal

from specvalidator.wording import Lang, Words

ErrorWord = Literal[
    "encrypted",
    "corrupt",
    "unsupported",
    "unrecognised",
    "too-large",
    "timeout",
    "unreadable",
    "not-found",
]
"""Why a file gave no submission."""


class SpecvalidatorError(Exception):
    """The base of every error the library raises on purpose; `words` says it in both languages."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.zh)
        self.words = words

    def said(self, lang: Lang) -> str:
        """Return the message in `lang`."""
        return self.words.said(lang)

    def __reduce__(self) -> tuple[Any, ...]:
        """Survive the way between processes, whatever a subclass asks to be made of."""
        return _again, (type(self), self.args, self.__dict__)


def _again(
    kind: type[SpecvalidatorError], arguments: tuple[object, ...], state: dict[str, object]
) -> SpecvalidatorError:
    error = kind.__new__(kind, *arguments)
    error.__dict__.update(state)
    return error


class UnreadableFile(SpecvalidatorError):  # noqa: N818 - the public contract's name
    """A file that gives no submission.

    Attributes:
        error: the reason, one of `ErrorWord`.
        words: the message, which says what to do next.
    """

    def __init__(self, error: ErrorWord, words: Words) -> None:
        super().__init__(words)
        self.error: ErrorWord = error


class ProgramFailed(UnreadableFile):
    """A file in which the program itself failed.

    Attributes:
        place: what kind of bug was met and where, as `place_of` says it.
    """

    def __init__(self, place: str) -> None:
        name = place.partition(" ")[0]
        super().__init__(
            "unreadable",
            Words(
                f"程序内部出错（{name}），这个文件没有检查完。这是程序的缺陷，请向本项目报告；"
                "设置环境变量 SPECVALIDATOR_DEBUG=1 可看到细节。",
                f"The program failed ({name}) and did not finish this file. This is a bug, please "
                "report it to the project; SPECVALIDATOR_DEBUG=1 in the environment shows details.",
            ),
        )
        self.place = place


def place_of(error: BaseException) -> str:
    """Say what kind of bug was met and where; never its message, which may quote a file."""
    import traceback  # noqa: PLC0415 - only for bugs

    frames = traceback.extract_tb(error.__traceback__)[-3:]
    places = (f"{Path(each.filename).name}:{each.lineno}" for each in frames)
    return f"{type(error).__name__} at {' > '.join(places)}"


class BadPack(SpecvalidatorError):  # noqa: N818 - reads as "raise BadPack"
    """A rule pack that cannot be used.

    Attributes:
        file: name of the pack's file or its id.
        key: dotted key of the entry at fault, such as `rules.weight-total.params.total`.
        reason: what is wrong with it.
        line: where the entry begins in the file; None where that is not known, or inherited.
    """

    def __init__(self, file: str, key: str, reason: Words, line: int | None = None) -> None:
        super().__init__(_of_entry(Words("规则包", "rule pack"), file, key, reason))
        self.file = file
        self.key = key
        self.reason = reason
        self.line = line


class BadCatalogue(SpecvalidatorError):  # noqa: N818 - reads as "raise BadCatalogue"
    """A file of published projects that cannot be used."""


class BadTemplate(SpecvalidatorError):  # noqa: N818 - reads as "raise BadTemplate"
    """A template of letters that cannot be used."""


class BadSettings(SpecvalidatorError):  # noqa: N818 - reads as "raise BadSettings"
    """A file of settings or waivers that cannot be used.

    Attributes:
        file: name of the file.
        key: dotted key of the entry at fault, such as `waivers.0.reason`.
        reason: what is wrong with it.
    """

    def __init__(self, file: str, key: str, reason: Words) -> None:
        super().__init__(_of_entry(Words("设置文件", "settings"), file, key, reason))
        self.file = file
        self.key = key
        self.reason = reason


def _of_entry(kind: Words, file: str, key: str, reason: Words) -> Words:
    """Say what is wrong with an entry of a file, or with the file itself."""
    at = Words(f" 中的 {key}", f": {key}") if key else Words("", "")
    return Words(f"{kind.zh} {file}{at.zh}：{reason.zh}", f"{kind.en} {file}{at.en}: {reason.en}")
