"""What a name looks like: a person, or not."""

from __future__ import annotations

import pytest

from verifier.citations.names import is_person


@pytest.mark.parametrize(
    ("name", "person", "why"),
    [
        ("Olga Fennimore", True, "two capitalised words"),
        ("Fennimore, O. P.", True, "a family name and initials"),
        ("Harbour Office", False, "a word that institutions bear"),
        ("Labour Inspectorate", False, "a word that institutions bear"),
        ("Servicio de Parques", False, "such a word in another language"),
        ("Naturschutzverband Mitte", False, "a compound that ends in such a word"),
        ("Pilar de la Torre", True, "small words within a name"),
        ("Chambre régionale des eaux", False, "other words in small letters"),
        ("The Fennimore Papers", False, "an article"),
        ("GGD Waterstad", False, "an acronym"),
        ("OLGA FENNIMORE", False, "capitals are a heading's or an acronym's"),
        ("Quays", False, "one word"),
    ],
)
def test_a_person_has_two_words_and_none_of_an_institution(name: str, person: bool, why: str) -> None:
    assert is_person(name) is person, why
