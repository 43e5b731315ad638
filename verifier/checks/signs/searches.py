"""Results of a search, which repeat the words that were searched for: often those of a lost address.

A read page goes in, yes or no comes out. The title that such a page seems to bear is only what was looked for. Pure.
"""

from __future__ import annotations

from verifier.checks.page.phrases import Phrases, holds
from verifier.checks.page.reading import ReadPage
from verifier.model.patterns import compile_late

_RESULTS = Phrases((
    "search results", "results for", "result for", "no results", "search for", "you searched",
    "searched for", "suchergebnis", "suche nach", "ergebnisse für", "keine ergebnisse", "résultats pour",
    "résultats de recherche", "résultats de la recherche", "aucun résultat", "resultados de",
    "resultados para", "sin resultados", "búsqueda", "pesquisa por", "nenhum resultado", "risultati per",
    "risultati della ricerca", "nessun risultato", "zoekresultaten", "resultaten voor", "geen resultaten",
    "wyniki wyszukiwania", "brak wyników", "výsledky hledání", "výsledky vyhled", "žádné výsledky",
    "результаты поиска", "по запросу", "ничего не найдено", "результати пошуку", "за запитом",
    "arama sonuç", "için sonuç", "نتائج البحث", "نتایج جستجو", "תוצאות חיפוש", "תוצאות עבור", "खोज परिणाम",
    "के लिए परिणाम", "搜索结果", "搜尋結果", "検索結果", "검색 결과", "ผลการค้นหา", "kết quả tìm kiếm",
    "hasil pencarian",
    "αποτελέσματα αναζήτησης", "sökresultat", "sökning", "søgeresultat", "søkeresultat", "hakutulo",
    "keresési eredmény", "rezultate pentru", "rezultatele căutării", "rezultati pretrage",
    "резултати от търсене",
))  # fmt: skip
_FIELD = compile_late(r"<input\b[^<>]{0,400}>")
_TAKES_WORDS = compile_late(r"""\b(?:type\s*=\s*["']?search|name\s*=\s*["']?(?:q|s|query|search|keywords?)\b)""")
_FILLED = compile_late(r"""\bvalue\s*=\s*["'][^"']{4}""")


def shows_a_search(read: ReadPage) -> bool:
    """Whether the page says in its title or headings that it shows what was found, or has words in its search field."""
    return is_named_as_a_search(read) or any(
        _TAKES_WORDS.search(field) and _FILLED.search(field) for field in _FIELD.findall(read.markup)[:40]
    )


def is_named_as_a_search(read: ReadPage) -> bool:
    """Whether the page says so in its title or headings."""
    return holds(read.names, _RESULTS)
