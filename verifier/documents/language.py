"""Text -> its language as a two-letter code (ISO 639-1), guessed from script and stop words; None when unsure.

What a file declares is read here, too: as a tag whose first part is such a code.
"""

from __future__ import annotations

import re
from collections import Counter

from verifier.model.words import words_in

_SAMPLE = 3000
_ADDRESS = re.compile(r"[a-z]{3,5}://\S{1,2000}")
# Compiled when first needed (and kept by re): most letters are in Latin script.
_KANA, _HANGUL = r"[\u3041-\u30ff]", r"[\uac00-\ud7a3]"
_NOT_LATIN = r"[\u0370-\u1cff\u3040-\ud7ff]"
_LATIN = r"[a-zA-Z\u00c0-\u024f]"
_SCRIPTS: dict[str, str] = {
    "zh": r"[\u3400-\u9fff]",
    "cyrillic": r"[\u0400-\u04ff]",
    "arabic": r"[\u0600-\u06ff]",
    "he": r"[\u05d0-\u05ea]",
    "el": r"[\u0370-\u03ff]",
    "th": r"[\u0e00-\u0e7f]",
    "bo": r"[\u0f00-\u0fff]",
    "hi": r"[\u0900-\u097f]",
    "hy": r"[\u0530-\u058f]",
    "ka": r"[\u10a0-\u10ff]",
    "my": r"[\u1000-\u109f]",
    "mn": r"[\u1800-\u18af]",
    "am": r"[\u1200-\u139f]",
    "bn": r"[\u0980-\u09ff]",
    "gu": r"[\u0a80-\u0aff]",
    "km": r"[\u1780-\u17ff]",
    "kn": r"[\u0c80-\u0cff]",
    "lo": r"[\u0e80-\u0eff]",
    "ml": r"[\u0d00-\u0d7f]",
    "or": r"[\u0b00-\u0b7f]",
    "pa": r"[\u0a00-\u0a7f]",
    "si": r"[\u0d80-\u0dff]",
    "ta": r"[\u0b80-\u0bff]",
    "te": r"[\u0c00-\u0c7f]",
}
_OWN_LETTERS = {
    "cyrillic": (("uk", "іїєґ"), ("ru", "ыэ")),
    "arabic": (("ug", "ۇۆۈې"), ("fa", "پچگی")),
}
"""Letters that tell a language from others in its script."""
_UNMARKED: dict[str, str | None] = {"cyrillic": None, "arabic": "ar"}
_STOP_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the and of to in that for is with on we by are this have from which been",
        "fr": "les des et la le dans que pour une est du qui nous sur par avec ces aux de en un à au se",
        "de": "der die und das den von zu mit dem ist für nicht auf eine wir im des sich in er",
        "es": "los las el que del por para una con se su como más nosotros y ha al de la en lo sus sin",
        "pt": "os das dos que não para uma com em do da como mais por são pela e ao de a o",
        "it": "che di della per il una con del dei sono nel alla gli delle non è e la in i a",
        "nl": "het een van en dat voor met zijn niet op de wij aan door wordt deze ook in te bij",
        "sv": "och att det som för med av är inte den på till har vi ett om i",
        "da": "og at det som for med af er ikke den på til har vi et der i",
        "no": "og at det som for med av er ikke den på til har vi et fra i",
        "pl": "się że nie na jest do przez oraz w z dla od które i o są",
        "cs": "že se na je by pro jsou který v z do jako ale nebo a jsme",
        "tr": "ve bir bu için ile olarak da de olan çok daha ne en biz gibi",
        "ro": "și că în pentru este din care cu nu sunt pe mai ale prin de la",
        "hu": "és hogy az nem egy van meg is ez de csak mint azt vagy a",
        "fi": "ja on että ei se oli ovat mutta kuin sekä myös hän joka tai",
        "id": "yang dan di untuk dengan dari pada ini dalam tidak itu akan oleh",
        "vi": "và của là các những cho không được trong với một người này",
    }.items()
}
_CODE = re.compile(r"\s*([a-zA-Z]{2,3})(?![a-zA-Z])")
_LANGUAGES_OF: dict[str, tuple[str, ...]] = {
    word: tuple(language for language, words in _STOP_WORDS.items() if word in words)
    for word in frozenset().union(*_STOP_WORDS.values())
}


def declared_language(tag: str | None) -> str | None:
    """The code that a language tag begins with (`en-GB`, `pt_BR`), in lower case; None when there is none."""
    match = _CODE.match(tag or "")
    return match[1].lower() if match else None


def guess_language(text: str) -> str | None:
    """The language of `text`, judged by its first few thousand characters."""
    sample = text[:_SAMPLE]
    if "://" in sample:
        sample = _ADDRESS.sub(" ", sample)  # the words of addresses are English more often than the letter's
    # Most texts are in Latin script; telling so by encoding is ten times as fast as by counting letters.
    if (len(sample) - len(sample.encode("latin-1", "ignore"))) * 5 > len(sample):
        foreign = len(re.findall(_NOT_LATIN, sample))
        letters = foreign + len(re.findall(_LATIN, sample))
        if foreign * 2 > letters:
            return _of_script(sample, foreign)
    return _of_stop_words(sample)


def _of_script(sample: str, letters: int) -> str | None:
    """The language of a text most of whose letters are not Latin."""
    if len(re.findall(_HANGUL, sample)) * 3 > letters:
        return "ko"
    if len(re.findall(_KANA, sample)) * 10 > letters:
        return "ja"
    counts = {script: len(re.findall(letter, sample)) for script, letter in _SCRIPTS.items()}
    script = max(counts, key=lambda name: counts[name])
    if not counts[script]:
        return None
    for language, own_letters in _OWN_LETTERS.get(script, ()):
        if any(letter in sample for letter in own_letters):
            return language
    return _UNMARKED.get(script, script)


def _of_stop_words(sample: str) -> str | None:
    found = words_in(sample.lower())
    if len(found) < 8:
        return None
    counts: dict[str, int] = {}
    for word, times in Counter(filter(_LANGUAGES_OF.__contains__, found)).items():
        for language in _LANGUAGES_OF[word]:
            counts[language] = counts.get(language, 0) + times
    ranked = sorted(counts.items(), key=lambda pair: -pair[1])
    (best, most), (_, next_most) = [*ranked[:2], (None, 0), (None, 0)][:2]
    return best if most >= 3 and most * 8 >= len(found) and most > next_most else None
