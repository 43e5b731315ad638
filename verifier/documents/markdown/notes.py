"""Notes of Markdown that its blocks do not mark: `^[Words.]` in the line, and those that links tie (pure).

In: the source and what its inline markup holds. Out: NoteSpans, and the MarkerSpans that call for them. Pandoc sets a
note's words where its marker would stand. HTML in Markdown names a note (`<a name="n1">`, `<li id="fn1">`) that
`[1](#n1)` calls for. A page turned into Markdown keeps the links and loses the names: a paragraph that begins with
`[1](#back-1)`, or a numbered item with `[↩](#back-1)`, is what `[1](#note-1)` further up called for, the page's own
address before each `#` or not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verifier.documents.markdown.inline import Inline
from verifier.model.document import MarkerSpan, NoteKind, NoteSpan

_TAGS = r"(?:</?[a-z][^<>]{0,300}>)"
_NAMED = re.compile(
    r"<(?!h[1-6]\b)[a-z]{1,10}\s(?:[^<>]{0,300}?\s)?(?:id|name)\s?=\s?[\"']?(?P<name>[^\s\"'<>]{1,100})[^<>]{0,300}>",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"[ \t]{{0,8}}(?:[-*+][ \t]|\d{{1,3}}[.)][ \t])?(?:[ \t]|{_TAGS}|\*\*|\\?\[){{0,8}}", re.IGNORECASE
)
"""What may stand between the start of a line and a note's name or label: an item's sign, tags, brackets."""
_SPELT = re.compile(
    rf"(?:\s{{0,3}}{_TAGS}){{0,8}}"
    rf"(?P<spelt>\s{{0,3}}\\?[\[(]?(?P<label>\d{{1,3}}|[a-z]|[*†‡]{{1,3}})\\?[\])]?[.:)]?(?=[\s<])(?:\s{{0,3}}{_TAGS}){{0,8}}[.:)]?)?"
    r"\s{0,4}",
    re.IGNORECASE,
)
_ITEM = re.compile(r"^[ \t]{0,6}(\d{1,3})[.)][ \t]{1,4}", re.MULTILINE)
_TAG = re.compile(_TAGS, re.IGNORECASE)
_LABEL = re.compile(r"\\?\[?\^?(\d{1,3}|[a-z]|[*†‡]{1,3})\^?\\?\]?", re.IGNORECASE)
_BACK = re.compile(r"\\?\[?[↩↵↑⤴⮌^\ufe0e\ufe0f]{1,3}\d{0,2}\\?\]?")
_LINK_END = re.compile(
    rf"\]\([^()\s]{{0,1000}}(?:\([^()\s]{{0,99}}\)[^()\s]{{0,999}})?\)\*{{0,2}}(?:<a\s[^<>]{{0,99}}></a>)?(?:</sup>)?|{_TAGS}{{1,3}}",
    re.IGNORECASE,
)
_LINK_START = re.compile(
    rf"(?:<sup[^<>]{{0,99}}>)?(?:\\?\[){{1,2}}(?:{_TAGS}|\*\*)?\Z|(?:<sup[^<>]{{0,99}}>)?<a\s[^<>]{{0,300}}>\Z",
    re.IGNORECASE,
)
_BEHIND_LABEL = re.compile(r"[.:)]?\s{0,4}")
_NAME_END = re.compile(r"(?<=[a-z])(?:[:_.-]|(?=\d))")
_LONGEST_SHOWN = 60
_FARTHEST_BACK = 3000
_FARTHEST_IN = 300
_NOTE_END = re.compile(r"\n[ \t]{0,40}\n|</(?:li|ol|section)\s?>", re.IGNORECASE)
_NO_NOTE = re.compile(r"^(?:#{1,6}[ \t]|-{3}|\*{3}|</)", re.MULTILINE)
"""Lines that stand in no note: what comes before them and behind a note's first paragraph may be the note's still."""


class _Tie(NamedTuple):
    """A link within a page that shows a label, or a way back (`label` is empty then); `page` is "" for the letter's."""

    start: int
    end: int
    page: str
    fragment: str
    label: str


class _Head(NamedTuple):
    """Where a note begins and where its words do, its label, its markers, and what it reaches to at least."""

    start: int
    body: int
    label: str
    calls: list[_Tie]
    least: int = 0


def inline_notes(found: Inline) -> Iterator[tuple[NoteSpan, MarkerSpan]]:
    """The notes that stand in the line, numbered among all markers as Pandoc numbers them."""
    places = sorted({marker.key: marker.start for marker in reversed(found.markers)}.values())
    for at, (start, end) in enumerate(found.inline_notes):
        label = str(bisect_left(places, start) + at + 1)
        key = f"^[{start}"
        yield NoteSpan(key, label, NoteKind.FOOTNOTE, start + 2, end, start + 2), MarkerSpan(key, start, start + 2)


def linked_notes(text: str, found: Inline) -> Iterator[tuple[NoteSpan, list[MarkerSpan]]]:
    """The notes that links tie to their markers, each with these."""
    ties = sorted(_ties(text, found))
    named = list(_named(text, ties))
    taken = {call.start for head in named for call in head.calls}
    heads = sorted([*named, *_returned(text, [tie for tie in ties if tie.start not in taken])])
    starts = [tie.start for tie in ties]
    for at, head in enumerate(heads):
        following = heads[at + 1] if at + 1 < len(heads) else None
        end = _end(text, head, following)
        inside = ties[bisect_left(starts, head.body) : bisect_left(starts, end)]
        end = _without_ways_back(text, head.body, end, inside)
        if end > head.body:
            key = f"#{head.start}"
            markers = [MarkerSpan(key, *_whole(text, call)) for call in head.calls]
            yield NoteSpan(key, head.label, NoteKind.FOOTNOTE, head.start, end, head.body), markers


def _whole(text: str, tie: _Tie) -> tuple[int, int]:
    """The span of a link with its brackets and target, or with its tags."""
    behind = _LINK_END.match(text, tie.end)
    before = _LINK_START.search(text, max(0, tie.start - _FARTHEST_IN), tie.start)
    return (before.start(), behind.end()) if before and behind else (tie.start, tie.end)


def _ties(text: str, found: Inline) -> Iterator[_Tie]:
    spans = [(start, end, f"#{fragment}") for start, end, fragment in found.fragments]
    spans += [(link.start, link.end, link.url) for link in found.links if "#" in link.url]
    for start, end, url in spans:
        shown = _TAG.sub("", text[start:end]).strip() if end - start <= _LONGEST_SHOWN else ""
        shown = shown.strip("*_") or shown
        page, _, fragment = url.partition("#")
        if label := _LABEL.fullmatch(shown):
            yield _Tie(start, end, page, fragment, label[1])
        elif _BACK.fullmatch(shown):
            yield _Tie(start, end, page, fragment, "")


def _named(text: str, ties: Sequence[_Tie]) -> Iterator[_Head]:
    """The notes that begin with a name of HTML which a label links to."""
    calls: dict[str, list[_Tie]] = {}
    for tie in ties:
        if tie.label and not tie.page:
            calls.setdefault(tie.fragment, []).append(tie)
    # One name for several notes is a slip: it tells none of them.
    calls = {name: called for name, called in calls.items() if len({call.label for call in called}) == 1}
    for match in _NAMED.finditer(text) if calls else ():
        called = calls.get(match["name"])
        if not called or called[0].end > match.start():
            continue
        called = [call for call in calls.pop(match["name"]) if call.end <= match.start()]
        line = _line(text, match.start())
        if line is not None and _BEFORE.fullmatch(text, line, match.start()):
            spelt = _SPELT.match(text, match.end())
            label = called[0].label
            body = match.end()
            if spelt:
                body = spelt.end() if spelt["label"] in (None, label) else spelt.start("spelt")
            yield _Head(line, body, label, called)


def _returned(text: str, ties: Sequence[_Tie]) -> Iterator[_Head]:
    """The notes known by a link back: a label at the start of a paragraph, or a sign in a numbered item."""
    calls: dict[tuple[str, str], list[_Tie]] = {}
    items = list(_ITEM.finditer(text)) if any(not tie.label for tie in ties) else []
    known: set[int] = set()
    used: set[int] = set()
    following = ""  # of a list that is begun, the next note is one even if nothing calls for it
    for tie in ties:
        line = _line(text, tie.start)
        if not tie.label:
            at = bisect_left(items, tie.start, key=re.Match.start) - 1
            if at < 0 or at in known or tie.start - items[at].start() > _FARTHEST_BACK:
                continue
            item = items[at]
            known.add(at)
            start, label, body = item.start(), item[1], item.end()
            if tie.start - body <= 4 and (behind := _LINK_END.match(text, tie.end)):
                body = behind.end()
        elif line is not None and _BEFORE.fullmatch(text, line, tie.start):
            behind = _LINK_END.match(text, tie.end)
            start, label, body = line, tie.label, behind.end() if behind else tie.end
        else:
            _remember(calls, tie)
            continue
        called = _called(calls, used, tie, _tail(tie)) or _called(calls, used, tie, label)
        if called or label == following:
            gap = _BEHIND_LABEL.match(text, body)
            label = called[0].label if called else label
            yield _Head(start, gap.end() if gap else body, label, called, 0 if tie.label else tie.end)
            following = str(int(label) + 1) if label.isdecimal() else ""
        elif tie.label:
            _remember(calls, tie)  # a sentence may begin with a marker


def _remember(calls: dict[tuple[str, str], list[_Tie]], tie: _Tie) -> None:
    for name in (tie.label, _tail(tie)):
        calls.setdefault((tie.page, name), []).append(tie)


def _called(calls: dict[tuple[str, str], list[_Tie]], used: set[int], tie: _Tie, name: str) -> list[_Tie]:
    """The links to a note by what they share with its link back; each is given once."""
    free = calls.pop((tie.page, name), ())
    found = [call for call in free if call.fragment != tie.fragment and call.start not in used]
    used.update(call.start for call in found)
    return found


def _tail(tie: _Tie) -> str:
    """What the names of a note and of its marker share: `#177-1` of `fn-177-1` and `fnref-177-1`."""
    return "#" + _NAME_END.split(tie.fragment.lower(), maxsplit=1)[-1]


def _line(text: str, at: int) -> int | None:
    """Where the line of `at` begins; None when that is farther off than any note's label stands."""
    nearest = max(0, at - _FARTHEST_IN)
    start = text.rfind("\n", nearest, at) + 1
    return start if start or not nearest else None


def _end(text: str, head: _Head, following: _Head | None) -> int:
    """Where a note ends: before the next one, or with its paragraph when other text stands between them."""
    limit = following.start if following else len(text)
    paragraph = _NOTE_END.search(text, max(head.body, head.least), limit)
    near = following is not None and limit - head.body <= _FARTHEST_BACK
    if paragraph and not (near and not _NO_NOTE.search(text, paragraph.start(), limit)):
        limit = paragraph.start()
    end = head.body + len(text[head.body : limit].rstrip())
    while text[end - 1 : end] == ">" and (tag := _TAG.fullmatch(text, max(text.rfind("<", head.body, end), 0), end)):
        end = head.body + len(text[head.body : tag.start()].rstrip())
    return end


def _without_ways_back(text: str, body: int, end: int, inside: Sequence[_Tie]) -> int:
    """The note's end before the links back at its foot."""
    for tie in reversed(inside):
        behind = _LINK_END.match(text, tie.end)
        if tie.label or behind is None or _TAG.sub("", text[behind.end() : end]).strip():
            break
        opened = max(text.rfind("[", body, tie.start), text.rfind("<a", body, tie.start))
        end = body + len(text[body : max(opened, body)].rstrip())
    return end
