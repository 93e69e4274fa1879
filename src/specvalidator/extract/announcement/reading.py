"""What makes a document an announcement, and its words as a record (附件1 三（一）)."""

import re
from typing import Any, get_args

from specvalidator.announced import project_announced
from specvalidator.dates import date_of
from specvalidator.document import Document
from specvalidator.extra import ExtraField, gathered
from specvalidator.extract import remarks
from specvalidator.extract.added import is_no_attempt, value_of
from specvalidator.extract.announcement.sections import (
    AnnouncementDraft,
    AnnouncementPart,
    draft_of,
)
from specvalidator.extract.announcement.sentences import hinted, told
from specvalidator.extract.announcement.titles import AnnouncementTitle, is_another_paper, title_of
from specvalidator.extract.announcement.vocabulary import Item, OwnItem, words
from specvalidator.extract.lines import AnyPlace, Line, squeezed
from specvalidator.models.announcement import Announcement
from specvalidator.places import Source, spoken
from specvalidator.submission import Remark, Submission
from specvalidator.wording import Words

LOOKED_FOR = Words(
    "考核公告：标题“……专项职业能力考核公告”，或有“考核项目”“时间安排”“报名条件”“报名方式”等标题",
    "an announcement (考核公告): its title, or headings such as 考核项目, 时间安排, 报名条件 and "
    "报名方式",
)
"""What an announcement is known by."""

_ITEMS: tuple[OwnItem, ...] = get_args(OwnItem)
_ENOUGH_FOR_ORDER, _ENOUGH_UNTITLED = 3, 4
_TELLING: set[Item] = {"registration", "schedule"}
_SIGNER = re.compile(r".{2,40}(?:中心|局|厅|院|校|委员会|办公室|公司|协会)(?:[（(]盖?章[）)])?")
_LONGEST_QUOTE = 24


def read_announcements(document: Document, source: Source, *, insist: bool) -> list[Submission]:
    """Return the announcement that a document is, nothing where it is none.

    Args:
        document: the file as text with places.
        source: the file.
        insist: read it as an announcement however little of one is there.
    """
    draft = draft_of(document.blocks)
    title = title_of(draft.before)
    if not insist and not _is_announcement(draft, title):
        return []
    unread = [remarks.unread_part(called, place) for called, place in document.unread]
    return [_AnnouncementReading(draft, title).submission(source, unread)]


def announces(document: Document) -> bool:
    """Say whether a document is an announcement, by its title or by its headings."""
    draft = draft_of(document.blocks)
    return _is_announcement(draft, title_of(draft.before))


def _is_announcement(draft: AnnouncementDraft, title: AnnouncementTitle | None) -> bool:
    """Judge by the title; a 通知 must give some items, and what has no title tell registration."""
    items = set(draft.parts) - {"other", *words().added}
    if title is None:
        return (
            len(items) >= _ENOUGH_UNTITLED
            and "registration" in items
            and not is_another_paper(draft.before)
        )
    if title.is_certain:
        return True
    items |= {item for item in _ITEMS if told(_below_title(draft, title), item)}
    return len(items) >= _ENOUGH_FOR_ORDER and bool(items & _TELLING)


class _AnnouncementReading:
    """One draft on its way into a record."""

    def __init__(self, draft: AnnouncementDraft, title: AnnouncementTitle | None) -> None:
        self._draft = draft
        self._title = title
        if not draft.styled:  # a form that was filled in ends with its last item
            _take_signature_away(draft)
        self._lines = _below_title(draft, title)
        self._places: dict[str, AnyPlace] = {}
        self._remarks: list[Remark] = [
            remarks.misprint(f"/{item}", written, meant) for item, written, meant in draft.misprints
        ]

    def submission(self, source: Source, unread: list[Remark]) -> Submission:
        """Return the record with its places and remarks."""
        record: dict[str, Any] = {"title": self._title_text()}
        for item in _ITEMS:
            part = self._draft.parts.get(item)
            record[item] = self._from_sentences(item) if part is None else self._text(item, part)
        for added, each in words().added.items():
            record |= self._added(added, each)
        self._note_hidden()
        self._note_pictures()
        if any(record[item] is None for item in (*_ITEMS, *words().added)):
            self._note_garbled()
        return Submission(
            source=source,
            kind="announcement",
            model=Announcement.model_validate(gathered(record)),
            places=self._places,
            remarks=(*self._remarks, *unread),
        )

    def _put(self, path: str, place: AnyPlace, under: str | None = None) -> None:
        self._places[path] = spoken(place, heading=under)

    def _title_text(self) -> str | None:
        """Return the title; in want of one the line that is styled as such."""
        title, text = self._title, None
        first: Line | None = next((line for line in self._draft.before if line.text), None)
        if title is not None:
            first, text = title.line, title.text
        elif (
            styled := next((x for x in self._draft.before if x.level is not None), None)
        ) is not None:
            first, text = styled, styled.text or None
        if first is None:
            parts = self._draft.parts.values()
            first = next((part.heading for part in parts), None)
        if first is not None:
            self._put("", first.place)
            self._put("/title", first.place)
        return text

    def _text(self, item: Item, part: AnnouncementPart) -> str | None:
        """Return what stands under an item's heading."""
        lines = (*part.told(), *part.manners)
        first = next((line for line in lines if line.text or line.unread), None)
        path = f"/{item}"
        if first is None:
            self._put(path, part.heading.place)
            return None
        self._put(path, first.place, None if first.place == part.heading.place else part.under)
        whys = [line.unread for line in part.lines if line.unread]
        if whys and (part.text is None or "garbled" in whys):
            self._remarks.append(remarks.unreadable(path, _called(item), whys[0]))
            return None
        return part.text

    def _added(self, item: Item, field: ExtraField) -> dict[str, str | int | float | None]:
        """Return an item that the pack adds, with its text; it is known by its heading alone."""
        part = self._draft.parts.get(item)
        if part is None:
            self._perhaps_added(item, field)
            return {item: None}
        text = self._text(item, part)
        value = value_of(field.value, text)
        if text is not None and value is None and not is_no_attempt(text):
            self._remarks.append(remarks.no_value(f"/{item}", field, text))
        return {item: value, f"{item}_text": text if value != text else None}

    def _perhaps_added(self, item: Item, field: ExtraField) -> None:
        """Leave an item without a heading to a person where a sentence speaks of it."""
        line = next((x for x in self._lines if any(each in x.text for each in field.labels)), None)
        if line is not None:
            self._put(f"/{item}", line.place)
            self._remarks.append(remarks.doubt(f"/{item}", _uncertain(item, line.text)))

    def _from_sentences(self, item: Item) -> str | None:
        """Return the sentences that give an item; where they only may, leave it to a person."""
        path, lines = f"/{item}", self._lines
        said = told(lines, item)
        if not said and item == "schedule":
            # The time of registration is no schedule of assessments, but whoever judges must know.
            said = [each for each in told(lines, "registration") if hinted([each.line], item)]
        if not said and item == "projects":
            return self._named_project()
        if said:
            self._put(path, said[0].line.place)
            return "\n".join(dict.fromkeys(each.text for each in said))
        hint = hinted(lines, item)
        if hint is not None:
            self._put(path, hint.line.place)
            self._remarks.append(remarks.doubt(path, _uncertain(item, hint.text)))
        return None

    def _named_project(self) -> str | None:
        """Return the project that the title or a sentence names: 现举办……专项职业能力考核."""
        title = self._title
        named = None if title is None else project_announced(title.text)
        if title is not None and named is not None:
            self._put("/projects", title.line.place)
            return named
        for line in self._lines:
            named = project_announced(line.text, is_title=False)
            if named is not None:
                self._put("/projects", line.place)
                return named
        hint = hinted(self._lines, "projects")
        if hint is not None:
            self._put("/projects", hint.line.place)
            self._remarks.append(remarks.doubt("/projects", _uncertain("projects", hint.text)))
        return None

    def _note_hidden(self) -> None:
        drafts = self._draft
        hidden = [line for line in (*drafts.lines, *_headings(drafts)) if line.hidden]
        if hidden:
            texts = list(dict.fromkeys(line.hidden for line in hidden))
            self._remarks.append(remarks.hidden("", texts))

    def _note_pictures(self) -> None:
        """Doubt what is missing where a picture under no heading may say it."""
        outside = [*self._draft.before, *self._draft.loose]
        picture = next((line for line in outside if line.unread), None)
        if picture is not None and picture.unread is not None:
            what = Words("公告正文", "the announcement's text")
            self._remarks.append(remarks.unreadable("", what, picture.unread))

    def _note_garbled(self) -> None:
        """Doubt what is missing where a line that cannot be made out may be its heading."""
        if any(line.unread == "garbled" for line in self._draft.lines):
            what = Words("公告正文", "the announcement's text")
            self._remarks.append(remarks.unreadable("", what, "garbled"))


def _take_signature_away(draft: AnnouncementDraft) -> None:
    """Take whoever signs, and the date, away from the end of the text."""
    for fits in (lambda text: date_of(text) is not None, _SIGNER.fullmatch):
        last = draft.lines[-1] if draft.lines else None
        if last is None or not fits(squeezed(last.text)):
            return
        draft.lines.pop()
        for part in draft.parts.values():
            if part.lines and part.lines[-1] is last:
                part.lines.pop()


def _below_title(draft: AnnouncementDraft, title: AnnouncementTitle | None) -> list[Line]:
    """Return the lines that may tell an item: what stands above the title tells none."""
    if title is None:
        return draft.lines
    at = next((at for at, line in enumerate(draft.lines) if line is title.line), -1)
    return draft.lines[at + 1 :]


def _headings(draft: AnnouncementDraft) -> list[Line]:
    return [part.heading for part in draft.parts.values()]


def _called(item: Item) -> Words:
    """Return what the notice calls an item, or the pack one that it adds."""
    added = words().added.get(item)
    title = (Announcement.model_fields[item].title or item) if added is None else added.title.zh
    return Words(title, title)


def _uncertain(item: Item, sentence: str) -> Words:
    title = _called(item).zh
    quote = sentence if len(sentence) <= _LONGEST_QUOTE else sentence[: _LONGEST_QUOTE - 1] + "…"
    return Words(
        f"没有“{title}”的标题；文中“{quote}”是否写明了“{title}”，须人工判断。",
        f"There is no heading {title}; whether “{quote}” gives it is for a person to judge.",
    )
