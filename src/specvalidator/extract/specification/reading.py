"""专项职业能力考核规范 (附件2): a document's words as the record of one specification, or more."""

import re
from typing import Any

from specvalidator.document import Document
from specvalidator.extra import EXTRA
from specvalidator.extract import remarks
from specvalidator.extract.added import is_no_attempt, value_of
from specvalidator.extract.labels import GARBLED
from specvalidator.extract.lines import AnyPlace, Line
from specvalidator.extract.papers import (
    UNFILLED_SPECIFICATION,
    first_lines,
    is_another_paper,
    is_unread,
    seems_to_be,
)
from specvalidator.extract.specification.content_table import ContentTable, content_of
from specvalidator.extract.specification.drafts import drafts_of
from specvalidator.extract.specification.ends import is_notice
from specvalidator.extract.specification.flow import flow
from specvalidator.extract.specification.parts import Section, SpecificationDraft, UnknownHeading
from specvalidator.extract.specification.values import OccupationText, occupation_of
from specvalidator.extract.specification.vocabulary import (
    REQUIREMENTS,
    HeadField,
    Part,
    column_of,
    path_of,
    words,
)
from specvalidator.models.base import Extra
from specvalidator.models.specification import Specification
from specvalidator.placeholders import placeholder_of
from specvalidator.places import Source, spoken
from specvalidator.submission import Remark, Submission
from specvalidator.wording import Words

LOOKED_FOR = Words(
    "专项职业能力考核规范：标题“……专项职业能力考核规范”，“定义”“适用对象”“考核内容”“考核要求”等标题，"
    "或有“工作任务”“操作规范”“相关知识”“考核比重”的表格",
    "a specification (专项职业能力考核规范): its title, headings such as 定义, 适用对象, 考核内容 "
    "and 考核要求, or a table with 工作任务, 操作规范, 相关知识 and 考核比重",
)
"""What a specification is known by."""

_CALLED: dict[str, Words] = {
    "name": Words("名称", "the name"),
    "definition": Words("定义", "the definition"),
    "applicants": Words("适用对象", "适用对象"),
    "content": Words("考核内容", "the content table"),
    "requirements": Words("考核要求", "the requirements"),
    "eligibility": Words("申报条件", "申报条件"),
    "examiners": Words("考评员构成", "考评员构成"),
    "method_and_time": Words("考核方式与考核时间", "考核方式与考核时间"),
    "venue_and_equipment": Words("鉴定场地设备要求", "鉴定场地设备要求"),
    "ability_name": Words("能力名称", "能力名称"),
    "occupation": Words("职业领域", "职业领域"),
}
_TOP_TEXTS: tuple[Part, ...] = ("definition", "applicants")
# Compiled when it is first needed: few documents need it.
_DISTRICT = r"[^\x00-\x7f]{2,}(?:省|市|区|县|州|盟|旗)"
_LEAST_COLUMNS = 3
_NO_CONTENT = ContentTable([], [], [], [], [], ())


def read_specifications(document: Document, source: Source, *, insist: bool) -> list[Submission]:
    """Return the specifications that a document holds, in order.

    Args:
        document: the file as text with places.
        source: the file; each submission gets it with its own index.
        insist: read it as a specification however little of one is there.
    """
    drafts = drafts_of(list(flow(document.blocks)))
    top = first_lines(document)
    if not insist and (is_another_paper(top) or not _are_specifications(drafts, document)):
        return []
    unread = [remarks.unread_part(called, place) for called, place in document.unread]
    submissions = [
        _SpecificationReading(draft).submission(source.model_copy(update={"index": index}), unread)
        for index, draft in enumerate(drafts)
    ]
    if insist or not all(map(_is_blank_form, submissions)):
        return submissions
    if is_notice(top):
        return []
    called = seems_to_be(document) == UNFILLED_SPECIFICATION and not is_unread(document)
    return [each.model_copy(update={"blank": called}) for each in submissions]


def _is_blank_form(submission: Submission) -> bool:
    """Say whether nothing was filled in, beside 适用对象, which all drafts have in common."""
    record = submission.model
    assert isinstance(record, Specification)  # noqa: S101 - for the type checker
    items = record.requirements
    occupation = record.occupation.text if record.occupation else None
    texts = [
        *(record.name, record.ability_name, record.definition, occupation),
        *_texts_of(record.extra, items.extra),
        *(items.eligibility, items.examiners, items.method_and_time, items.venue_and_equipment),
    ]
    for task in record.tasks:
        texts += [task.name, *(each.text for each in task.operations)]
        texts += [each.text for each in task.knowledge]
    if any(task.weight is not None or task.weight_text for task in record.tasks):
        return False
    return not any(text and _says_something(text) for text in texts)


def _texts_of(*added: Extra | None) -> list[str | None]:
    return [str(value) for each in added for value in (each or {}).values()]


def _says_something(text: str) -> bool:
    """Say whether a text is more than a number, or what stands for words: ×××."""
    return placeholder_of(text) is None and any(map(str.isalpha, text))


def _are_specifications(drafts: list[SpecificationDraft], document: Document) -> bool:
    """Say whether one is recognised; an announcement has some of its headings, and no table."""
    if not any(draft.is_recognised for draft in drafts):
        return False
    if any(draft.sheets for draft in drafts):
        return True
    from specvalidator.extract.announcement import announces  # noqa: PLC0415 - seldom asked

    return not announces(document)


class _SpecificationReading:
    """One draft on its way into a record."""

    def __init__(self, draft: SpecificationDraft) -> None:
        self._draft = draft
        self._places: dict[str, AnyPlace] = {}
        self._spoken: dict[tuple[int, str], AnyPlace] = {}
        self._misprints = [remarks.misprint(*slip) for slip in draft.misprints]
        self._doubts: list[Remark] = []
        self._hidden: list[Remark] = []
        self._invisible: list[tuple[str, str]] = []

    def submission(self, source: Source, unread: list[Remark]) -> Submission:
        """Return the record with its places and remarks."""
        draft = self._draft
        if draft.first is not None:
            self._put("", draft.title.line.place if draft.title else draft.first)
        content = content_of(draft.sheets) if draft.sheets else _NO_CONTENT
        ability = self._head_value("ability_name")
        record: dict[str, Any] = {
            "name": self._name(ability),
            "definition": self._text("definition"),
            "applicants": self._text("applicants"),
            "ability_name": ability,
            "occupation": self._occupation(),
            "missing_columns": content.missing_columns,
            "tasks": content.tasks,
        }
        self._note_content(content)
        if (section := draft.sections.get("requirements")) is not None:
            self._put("/requirements", section.heading.place)
            self._doubt_unlabelled(section)
        record["requirements"] = {part: self._text(part) for part in REQUIREMENTS}
        self._add(record)
        self._doubt_unknown_headings(record)
        self._place_requirements()
        self._note_hidden(content)
        # Every value is of its declared type; validating a place for each costs as much as reading.
        return Submission.model_construct(
            source=source,
            kind="specification",
            model=Specification.model_validate(record),
            places=self._places,
            remarks=(*self._misprints, *self._hidden, *self._doubts, *unread),
        )

    def _put(self, path: str, place: AnyPlace, under: str | None = None) -> None:
        """Note where a value stands; the same place under the same heading is said once."""
        if under is None:
            self._places[path] = place
            return
        key = (id(place), under)
        known = self._spoken.get(key)
        if known is None:
            known = self._spoken[key] = spoken(place, heading=under)
        self._places[path] = known

    def _add(self, record: dict[str, Any]) -> None:
        """Add to the record what the pack adds to the form."""
        for key, field in words().added.items():
            if field.part:
                text, values = self._text(key), record["requirements"]
            else:
                text, values = self._head_value(key), record
                if key not in self._draft.head and field.required:
                    self._doubts.append(remarks.unfound(f"/{key}", field.title))
            value = value_of(field.value, text)
            if text is not None and value is None and not is_no_attempt(text):
                self._doubts.append(remarks.no_value(f"/{key}", field, text))
            extra = values.setdefault(EXTRA, {})
            extra |= {field.name: value, f"{field.name}_text": text if value != text else None}
        for values in (record, record["requirements"]):
            if EXTRA in values:
                given = {name: value for name, value in values[EXTRA].items() if value is not None}
                values[EXTRA] = given or None

    # ── title and head ───────────────────────────────────────────────────────────────────

    def _name(self, ability: str | None) -> str | None:
        draft = self._draft
        title, section = draft.title, draft.sections.get("name")
        if title is not None and (title.name or section is None):
            self._put("/name", title.line.place)
            if title.misprint:
                self._misprints.append(
                    remarks.misprint("/name", title.misprint, "专项职业能力考核规范")
                )
            if title.name and GARBLED in title.name:
                self._doubts.append(remarks.unreadable("/name", _CALLED["name"], "garbled"))
                return None
            if title.name and title.line.invisible:
                self._invisible.append(("/name", title.name))
            if title.name or (title.masked and ability):
                return _without_district(title.name or title.masked, ability)
        elif section is not None:
            self._put("/name", (section.lines or [section.heading])[0].place)
            return section.text and section.text.split("\n")[0]
        elif draft.first is not None:
            self._put("/name", draft.first)
        why = next((line.unread for line in draft.before if line.unread), None)
        if why is None and title is not None:
            why = title.line.unread
        if why is not None:
            self._doubts.append(remarks.unreadable("/name", _CALLED["name"], why))
        return None

    def _head_value(self, name: HeadField) -> str | None:
        value = self._draft.head.get(name)
        path = f"/{name}"
        if value is None:
            unread = self._draft.unread_head
            if self._draft.sheets:
                self._put(path, unread.place if unread else self._draft.sheets[0].table.place)
            if unread and unread.unread:
                self._doubts.append(remarks.unreadable(path, _called(name), unread.unread))
            return None
        self._put(path, value.place)
        if value.unread and (value.text is None or value.unread == "garbled"):
            self._doubts.append(remarks.unreadable(path, _called(name), value.unread))
            return None
        if value.invisible and value.text and name == "ability_name":
            self._invisible.append((path, value.text))
        return value.text

    def _occupation(self) -> dict[str, str | None] | None:
        text = self._head_value("occupation")
        if text is None:
            return None
        occupation: OccupationText = occupation_of(text)
        if occupation.several:
            self._doubts.append(remarks.doubt("/occupation", remarks.SEVERAL_OCCUPATIONS))
        return {"code": occupation.code, "name": occupation.name, "text": occupation.text}

    # ── sections ─────────────────────────────────────────────────────────────────────────

    def _text(self, part: Part) -> str | None:
        section = self._draft.sections.get(part)
        if section is None:
            return None
        path = path_of(part)
        first = next((line for line in section.lines if line.text or line.unread), None)
        if first is None:
            self._put(path, section.heading.place, section.above)
            return None
        inline = first.place == section.heading.place
        self._put(path, first.place, section.above if inline else section.under)
        whys = [line.unread for line in section.lines if line.unread]
        if whys and (section.text is None or "garbled" in whys):
            self._doubts.append(remarks.unreadable(path, _called(part), whys[0]))
            return None
        if "covered" in whys:
            self._doubts.append(remarks.unreadable(path, _called(part), "covered"))
        return section.text

    def _doubt_unlabelled(self, section: Section) -> None:
        """Doubt requirements written without a label: whose each sentence is, a person must say."""
        if section.text and not any(part in self._draft.sections for part in REQUIREMENTS):
            self._doubts.append(remarks.doubt("/requirements", remarks.UNLABELLED_REQUIREMENTS))

    def _doubt_unknown_headings(self, record: dict[str, Any]) -> None:
        """Doubt that parts are absent where as many headings in unknown words may be theirs."""
        added = tuple(key for key, each in words().added.items() if each.part and each.required)
        for below, parts in ((False, _TOP_TEXTS), (True, (*REQUIREMENTS, *added))):
            headings = [each for each in self._draft.unknown if each.below_requirements == below]
            given = record["requirements"] if below else record
            for part in parts:
                if headings and given.get(part) is None and part not in self._draft.sections:
                    self._put(path_of(part), headings[0].place)
                    self._doubts.append(_doubt_about(part, headings))

    def _place_requirements(self) -> None:
        """Let what is missing below 考核要求 be sought at its heading, or at its first item."""
        if "/requirements" not in self._places:
            items = [self._draft.sections[p] for p in REQUIREMENTS if p in self._draft.sections]
            if items:
                self._put("/requirements", items[0].heading.place)

    def _note_content(self, content: ContentTable) -> None:
        self._places.update(content.places)
        for remark in content.remarks:
            (
                self._misprints
                if remark.kind == "misprint"
                else self._hidden
                if remark.kind == "hidden"
                else self._doubts
            ).append(remark)
        draft = self._draft
        section = draft.sections.get("content")
        if draft.sheets:
            return
        if draft.unknown_table is not None:
            self._put("/tasks", draft.unknown_table)
            self._doubts.append(remarks.doubt("/tasks", remarks.UNKNOWN_TABLE))
        elif (columns := self._typed_columns()) is not None:
            self._put("/tasks", columns.place)
            self._doubts.append(remarks.doubt("/tasks", remarks.TYPED_TABLE))
        elif section is not None:
            self._put("/tasks", section.heading.place)
            self._doubt_pictures(section)

    def _typed_columns(self) -> Line | None:
        """Return the line that heads a table of text between tabs, None where there is none."""
        lines = (line for each in self._draft.sections.values() for line in each.lines)
        for line in (*self._draft.before, *lines):
            headings = line.text.split("\t") if "\t" in line.text else ()
            columns = (column_of(heading) for heading in headings)
            if len({each.value for each in columns if each is not None}) >= _LEAST_COLUMNS:
                return line
        return None

    def _doubt_pictures(self, section: Section) -> None:
        """Doubt a content table that may be the picture under its heading."""
        line = next((line for line in section.lines if line.unread), None)
        if line is not None and line.unread is not None:
            self._put("/tasks", line.place, section.under)
            self._doubts.append(remarks.unreadable("/tasks", _CALLED["content"], line.unread))

    def _note_hidden(self, content: ContentTable) -> None:
        invisible = [*self._invisible, *content.invisible]
        if invisible:
            self._hidden.append(remarks.invisible(invisible))
        found = [*self._draft.hidden, *content.hidden]
        if found:
            path = next((path for path, _ in found if path in self._places), "")
            self._hidden.append(remarks.hidden(path, [text for _, text in found]))


def _doubt_about(part: Part, headings: list[UnknownHeading]) -> Remark:
    """Doubt that a part is absent where it may stand under a heading that says nothing known."""
    written = [each.written for each in headings if each.written]
    if written:
        return remarks.unknown_heading(path_of(part), _called(part), written)
    return remarks.unreadable(path_of(part), _called(part), headings[0].unread or "unseen")


def _called(part: Part) -> Words:
    """Return what reports call a part of the form, or a field of its table's head."""
    return _CALLED.get(part) or words().added[part].title


def _without_district(name: str, ability: str | None) -> str:
    """Return 拉面制作 for 威海市拉面制作 where the table calls the ability 拉面制作."""
    if ability and name != ability and name.endswith(ability):
        ornament = name[: -len(ability)]
        if re.fullmatch(_DISTRICT, ornament):
            return ability
    return name
