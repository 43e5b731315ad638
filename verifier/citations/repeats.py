"""Notes that repeat an earlier one: `Ibid.`, `supra note 3`, `Smith, op. cit.`, `a.a.O.`, `同上`.

In: the notes, where their words begin, and the references found in them. Out: one more reference per repetition that
can mean one source only, with that source's kind and value and the index of the reference that it repeats; for all
others a remark. What a repetition points to is never guessed: a note that cites two things can't be meant by `Ibid.`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf

from verifier.citations.dates import find_date
from verifier.citations.remarks import listed
from verifier.citations.spots import lowered
from verifier.model.citation import Note, Reference
from verifier.model.patterns import compile_late

_LEAD = (
    r"(?:(?:see(?: also)?|cf\.?|but see|vgl\.?|siehe(?: auch)?|voir(?: aussi)?|véase|vedi|см\."
    r"|вж\.|βλ\.|lásd|bkz\.)\s{1,3})?"
)
_NOTE = r"(?:(?:foot|end)?notes?|nn?\.|fns?\.?|fn|fußnoten?|anm\.|nota|сноска|注释?|註釋?|注|註)"
_REPEAT = compile_late(
    rf"(?P<numbered>(?:supra|above|oben|a\.\s?a\.\s?O\.|op\.?\s?cit\.?|loc\.?\s?cit\.?|précit[ée]+|ci-dessus|同|前|见前|見前)"
    rf"[\s,(]{{0,3}}(?:at\s)?{_NOTE}\s{{0,2}}(?P<n1>\d{{1,3}})\)?"
    rf"|\(nn?\.?\s(?P<n3>\d{{1,3}})\)"
    rf"|{_NOTE}\s{{0,2}}(?P<n2>\d{{1,3}})\)?[\s,]{{1,3}}(?:above|supra|oben|ci-dessus|anterior)\b)"
    r"|(?P<named>\b(?:op\.?\s?cit\.?|loc\.?\s?cit\.?|art\.\s?cit\.?|ob\.\s?cit\.?|a\.\s?a\.\s?O\.|указ\.\s?соч\.|a\.\s?g\.\s?e\.|i\.\s?m\.|sđd\b))"
    r"|(?P<same>\b(?:ib[ií]d(?:em)?\b\.?|ib\.|id\.(?=[\s,;]|$)|[ií]dem(?=[.,;]|\s*$)|ivi(?=[.,;]|\s*$)|ebd\.|ebenda\b|ebda\.|tamże|tamtéž|"
    r"там же|там само|пак там|tamtiež|uo\.|ό\.\s?π\.|aynı (?:yer|eser)|samma (?:källa|ställe)|samme sted|sama teos"
    r"|(?:sealsamas|turpat|ten pat|prav tam|тамсама)\b"
    r"|(?:همان|שם|वही|เรื่องเดียวกัน|همانجا)(?=[،,.;।]|\s*$))|同上注?|同前注?|同書|위의 (?:글|책)|같은 (?:글|책)"
    r"|(?:المرجع|المصدر) (?:نفسه|السابق)|نفس المرجع)",
    re.IGNORECASE,
)
_SIGNS = (
    "ibid", "supra", "(n ", "(nn ",
    "cit.", "cit ", "cit,", "cit;", "ebd", "ebenda", "a.a", "a. a", "id.", "ib.", "above", "oben", "dessus", "précit",
    "anterior", "同", "前", "там же", "указ.", "ibíd", "idem", "ídem", "ivi", "tamże", "tamtéž", "там само", "пак там",
    "위의 ", "같은 ", "نفسه", "نفس المرجع", "السابق", "a.g.e", "a. g. e", "i.m.", "i. m.", "sđd", "tamtiež",
    "sealsamas", "turpat", "ten pat", "prav tam", "тамсама",
    "uo.", "ό.π", "ό. π", "aynı ", "samma ", "samme sted", "sama teos", "همان", "שם", "वही", "เรื่องเดียวกัน",
)  # fmt: skip
"""What every repetition holds one of: a quick look before a slow one."""
_AT_START = compile_late(rf"[\s>]*{_LEAD}\Z", re.IGNORECASE)
_NAME = compile_late(r"[^\W\d_][\w’'-]{2,40}")
_CLAUSE = re.compile(r"[;；]|(?<=[^\W\d_]{4})[.。]\s")
_FURTHER = compile_late(
    r"[;；。؛·]|[^\W\d_]{3}\.\s|[.)]\s{1,3}(?-i:[^\W\da-zß-öø-ÿа-яёα-ω_])"
    r"|\b(?:see|also|cf|siehe|auch|sowie|vgl|voir|aussi|véase|vedi|cfr|zie|ook|jfr|jf|vt|vrd|ks|zob|por|viz|srov|lásd|vezi|bkz|см|вж|див)\b"
    r"|\A(?:[^\w]|\d|\b[^\W\d_]{1,2}\b)*?\b(?:and|und|et|y|e|en|och|og|ja|i|a|és|și|ve|и|та|і|και)\s(?!\d)",
    re.IGNORECASE,
)
"""Between a repetition and a source: what makes that a further one, and not the note's own work of the same author."""
_ELSEWHERE = compile_late(
    r",?\s{1,3}(?:of|in|to|du|au|zu|in|im|del|do|di|к|до)\s(?:the\s)?(?:chapter|part|section|appendix|annexe?|chapitre|partie|kapitel|"
    r"teil|capítulo|parte|capitolo|глав|розділ)",
    re.IGNORECASE,
)
"""Behind a note's number: that it is a note of another chapter, whose labels are the same."""
_NO_LABEL = ""
_MOST_BEFORE = 600
_LONGEST = 3000
"""So many characters of a note are searched."""


@dataclass(frozen=True, slots=True)
class _Repeat:
    """A repetition as written; `number` is the note that it names, `names` the words that say whose work is meant."""

    start: int
    end: int
    number: str | None
    names: tuple[str, ...]
    same: bool


def with_repeats(
    text: str, notes: Sequence[Note], bodies: Sequence[int], references: Sequence[Reference]
) -> tuple[list[Reference], list[str]]:
    """`references` with the repetitions among them, in the order of the text, and remarks."""
    low = lowered(text)
    if not any(map(low.__contains__, _SIGNS)):
        return list(references), []
    by_note: dict[int, list[Reference]] = {}
    for reference in references:
        if reference.note_index is not None:
            by_note.setdefault(reference.note_index, []).append(reference)
    added: list[Reference] = []
    resolved: list[str] = []
    unclear: list[str] = []
    earlier = _Earlier(text, notes, by_note)
    for note, body in zip(notes, bodies, strict=True):
        for repeat in _repeats(text, body, note, by_note.get(note.index, ())):
            written = " ".join(text[repeat.start : repeat.end].split())
            target = earlier.target(repeat, note)
            if target is None:
                unclear.append(f"note {note.label} ({written})")
                continue
            reference = _repetition(repeat, note, target)
            by_note.setdefault(note.index, []).append(reference)
            added.append(reference)
            meant = notes[target.note_index].label if target.note_index is not None else ""
            resolved.append(f"note {note.label} ({written}) as in note {meant}")
    return _merged(references, added), [
        *_told("Sources repeated: ", resolved),
        *_told("What is repeated is unclear: ", unclear),
    ]


def _repeats(text: str, body: int, note: Note, own: Sequence[Reference]) -> Iterator[_Repeat]:
    starts = [reference.start for reference in own]
    end = min(note.end, body + _LONGEST)
    for match in _REPEAT.finditer(text, body, end):
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and match.start() < own[at].end:
            continue  # a part of a link
        first = at < 0
        clause = max((one.end() for one in _CLAUSE.finditer(text, body, match.start())), default=body)
        names = tuple(_NAME.findall(text[clause : match.start()]))[-6:]
        capital = tuple(name for name in names if not name[0].islower())
        if match["same"] or (match["named"] and not capital):
            # Within a note it means the source just named there; at its beginning, the note before.
            opens = first and _AT_START.match(text[body : match.start()]) is not None
            if opens and not (own and _is_own(text[match.end() : own[0].start])):
                yield _Repeat(match.start(), match.end(), None, (), same=True)
        else:
            number = match["n1"] or match["n2"] or match["n3"]
            if number and _ELSEWHERE.match(text, match.end(), end):
                number = _NO_LABEL  # never the note of this chapter
            yield _Repeat(match.start(), match.end(), number, capital, same=False)


def _is_own(between: str) -> bool:
    """Whether the source behind `Idem, ` or `Uo., ` is the one that the note is about: another by the same author."""
    date = find_date(between)
    if date is not None:  # `3. Mai` ends no sentence
        between = between[: date.start] + between[date.end :]
    return _FURTHER.search(between) is None


class _Earlier:
    """What earlier notes cite, looked up by their place, their label, or the words before a source."""

    def __init__(self, text: str, notes: Sequence[Note], by_note: dict[int, list[Reference]]) -> None:
        self._text = text
        self._notes = notes
        self._by_note = by_note

    def target(self, repeat: _Repeat, note: Note) -> Reference | None:
        """The one reference that is meant; None when there is none, or more than one."""
        if repeat.same:
            return _only(self._by_note.get(note.index - 1, ()))
        if repeat.number is None:
            first, second_at = self._by_name.get(repeat.names[-1] if repeat.names else "", (None, 0))
            known = first is not None and first.note_index is not None and first.note_index < note.index
            return first if known and second_at >= note.index else None
        labelled = self._by_label.get(repeat.number, [])
        before = bisect_left(labelled, note.index)
        cited = self._by_note.get(labelled[before - 1], []) if before else []
        named = [one for one in cited if repeat.names and repeat.names[-1] in self._words_before(one)]
        return _only(cited) or _only(named)

    @cached_property
    def _by_label(self) -> dict[str, list[int]]:
        labelled: dict[str, list[int]] = {}
        for note in self._notes:
            labelled.setdefault(note.label, []).append(note.index)
        return labelled

    @cached_property
    def _by_name(self) -> dict[str, tuple[Reference, float]]:
        """For each word before a source: the first source it stands before, and the note that brings another."""
        found: dict[str, tuple[Reference, float]] = {}
        for index, cited in sorted(self._by_note.items()):
            for reference in cited:
                for word in self._words_before(reference) if reference.repeats is None else ():
                    first, second_at = found.setdefault(word, (reference, inf))
                    if second_at == inf and (first.kind, first.value) != (reference.kind, reference.value):
                        found[word] = (first, index)
        return found

    def _words_before(self, reference: Reference) -> set[str]:
        note = self._notes[reference.note_index or 0]
        before = max((one.end for one in self._by_note[note.index] if one.end <= reference.start), default=note.start)
        return set(_NAME.findall(self._text, max(before, reference.start - _MOST_BEFORE), reference.start))


def _only(references: Sequence[Reference]) -> Reference | None:
    """The one thing that is cited; a source cited twice is one."""
    values = {(one.kind, one.value) for one in references}
    return references[0] if len(values) == 1 else None


def _repetition(repeat: _Repeat, note: Note, target: Reference) -> Reference:
    return replace(
        target,
        start=repeat.start,
        end=repeat.end,
        reach=repeat.end,
        note_index=note.index,
        href=target.value,
        repeats=target.start if target.repeats is None else target.repeats,
    )


def _merged(references: Sequence[Reference], added: Sequence[Reference]) -> list[Reference]:
    """All in the order of the text, `repeats` turned from an offset into an index, no reach over a repetition."""
    if not added:
        return list(references)
    starts = [one.start for one in added]
    kept = []
    for reference in references:
        following = bisect_left(starts, reference.end)
        limit = starts[following] if following < len(starts) else reference.reach
        kept.append(replace(reference, reach=max(min(reference.reach, limit), reference.end)))
    merged = sorted([*kept, *added], key=lambda one: one.start)
    places = {one.start: index for index, one in enumerate(merged)}
    return [one if one.repeats is None else replace(one, repeats=places[one.repeats]) for one in merged]


def _told(head: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"{head}{listed(items, between='; ')}."
