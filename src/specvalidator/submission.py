"""A form as it was read: the record, the places of its values, the reader's remarks."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, SerializeAsAny

from specvalidator import pointers
from specvalidator.document import UncertainWords
from specvalidator.errors import ErrorWord, UnreadableFile
from specvalidator.models import Kind
from specvalidator.places import Place, Source
from specvalidator.wording import Words

RemarkKind = Literal["doubt", "misprint", "hidden"]
"""A value that could not be read; a label read in spite of a slip; text the page does not show."""


class Remark(BaseModel):
    """What the reader has to say about a value of the record."""

    model_config = ConfigDict(defer_build=True, frozen=True)

    kind: RemarkKind
    path: str = Field(description="RFC 6901 JSON Pointer into the record; '' is all of it")
    message: Words
    slip: tuple[str, str] | None = Field(
        default=None, description="Of a misprint: the label as written, and as meant"
    )


class Reading(NamedTuple):
    """How the reading went: what rules about legibility look at in place of a record."""

    remarks: tuple[Remark, ...]


class UnjudgedFile(BaseModel):
    """A file of the same folder or archive that gives nothing to judge, and why."""

    model_config = ConfigDict(defer_build=True, frozen=True)

    source: Source
    error: ErrorWord
    message: Words


class Submission(BaseModel):
    """One form as it was handed in."""

    model_config = ConfigDict(defer_build=True, frozen=True)

    source: Source | None
    kind: Kind
    model: SerializeAsAny[BaseModel]
    places: dict[str, Place] = Field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    recognised: tuple[int, ...] = Field(default=(), exclude=True)
    """Pages of the file whose text was recognised from a picture; nothing that rests on them is
    held against anybody."""
    uncertain: tuple[UncertainWords, ...] = Field(default=(), exclude=True)
    """What on those pages was recognised without much certainty."""
    blank: bool = False
    """Nobody filled in the form, and nobody said that it is one."""
    accepted: "Submission | None" = Field(default=None, exclude=True, repr=False)
    """The same with suggestions of ours accepted, where the file holds any. Whatever is found
    there counts, too, so that nobody hides words by signing them as we do."""
    unjudged: tuple[UnjudgedFile, ...] = ()
    """Files beside it that nobody else names."""

    @property
    def doubts(self) -> tuple[Remark, ...]:
        """The remarks about values that could not be read."""
        return tuple(remark for remark in self.remarks if remark.kind == "doubt")

    def lists(self) -> Iterator[tuple[str, int]]:
        """Yield the name and the length of each list in the record, however deep it stands."""
        pending = [self.model]
        while pending:
            model = pending.pop()
            for name in _nesting(type(model)):
                value = getattr(model, name)
                if isinstance(value, tuple):
                    yield name, len(value)
                    pending += [
                        each
                        for each in value
                        if isinstance(each, BaseModel) and _nesting(type(each))
                    ]
                elif isinstance(value, BaseModel):
                    pending.append(value)

    def written(self, path: str) -> str | None:
        """Return the text that stands at a path of the record, None where no text does.

        A value read from a text, such as a weight, is quoted as that text: `weight_text`. A part
        of the form, such as a task, is quoted by its `text` or `name`.
        """
        value: object = self.model
        text: object = None
        for step in pointers.parts(path):
            fields = value.__dict__ if isinstance(value, BaseModel) else value
            text = fields.get(f"{step}_text") if isinstance(fields, Mapping) else None
            value = pointers.child(value, step)
        if isinstance(value, BaseModel) and path:
            value = getattr(value, "text", None) or getattr(value, "name", None)
        return next((said for said in (value, text) if isinstance(said, str) and said), None)

    def value(self, path: str) -> object:
        """Return what the record has at a path, None where it has nothing."""
        return pointers.value_at(self.model, path)


@cache
def _nesting(form: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields of a form that may hold lists or parts with fields of their own."""
    return tuple(name for name, field in form.model_fields.items() if _nests(field.annotation))


def _nests(annotation: Any) -> bool:  # noqa: ANN401 - whatever a field may be declared as
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return get_origin(annotation) is tuple or any(map(_nests, get_args(annotation)))


class SchemaError(NamedTuple):
    """A value of a record that does not fit the published schema of its kind."""

    path: str
    """RFC 6901 JSON Pointer into the record; of a field that is missing, where it should be."""
    reason: Words
    """What is wrong, no full stop."""
    title: str
    """What the form calls the value, in Chinese."""


class UnfitRecord(UnreadableFile):
    """A record that is no record of its kind, so that there is no submission.

    Attributes:
        kind: the kind that it was measured by.
        misfits: each value that does not fit, in the order of the schema.
        source: the file that it stands in, None where there was none.
    """

    def __init__(
        self,
        kind: Kind,
        words: Words,
        misfits: tuple[SchemaError, ...],
        source: Source | None = None,
    ) -> None:
        super().__init__("unreadable", words)
        self.kind = kind
        self.misfits = misfits
        self.source = source
