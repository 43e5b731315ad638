"""What the middles of a page and of the answer to a made-up address tell, where long menus or teasers outweigh them.

The middle of the page goes in, and of its sibling how many words each line of its own middle holds; links are left out
of both. A record within a long template says more than the template without one. An error page says the same at both
addresses, whatever links stand around it. Pure.
"""

from __future__ import annotations

from verifier.checks.likeness import Sibling, lines_said
from verifier.checks.page.middle import Middle
from verifier.checks.page.phrases import count_words
from verifier.checks.signs.asked_in_vain import regret
from verifier.checks.signs.none_found import tells_of_absence

_A_RECORD = 10  # words
_FOR_EACH_OTHER = 3  # words of its own for each word that only the sibling says
_NEXT_TO_NOTHING = 4  # words
_A_SHORT_LINE = 12  # words
_A_PARAGRAPH = 40  # words, more than teasers and leads have
_PROSE = 300  # words from which on a page says more than any error page


def says_more(middle: Middle, sibling: Sibling) -> bool:
    """Whether a page says all that its sibling's answer says, but for a few words, and a record's worth of words more.

    What changes from one answer to the next does so on both sides; what tells the address back proves nothing. Error
    pages say more, too, where they suggest what may have been meant.
    """
    if sibling.echoes or not sibling.said or says_nothing_else(middle, sibling):
        return False
    said = lines_said(middle)
    own = sum(words for line, words in said.items() if line not in sibling.said)
    others = sum(words for line, words in sibling.said.items() if line not in said)
    return own >= _A_RECORD and own >= _FOR_EACH_OTHER * others


def says_nothing_else(middle: Middle, sibling: Sibling) -> bool:
    """Whether a page says, in a line that a made-up address gets as well, that what was asked for is not there.

    Where the line tells of absence alone, there must be nothing that only this page says; never a paragraph,
    nor as many words as articles have.
    """
    lines = middle.whole.split("\n")
    both = [line for line in lines if hash(line) in sibling.said]
    own = [count_words(line) for line in lines if hash(line) not in sibling.said]
    if regret(both) is not None:
        return max(own, default=0) < _A_PARAGRAPH and sum(own) < _PROSE
    short = (line for line in both if count_words(line) <= _A_SHORT_LINE)
    return sum(own) < _NEXT_TO_NOTHING and any(map(tells_of_absence, short))


def differs_in_links_alone(middle: Middle, sibling: Sibling) -> bool:
    """Whether beside links and pictures a page shows next to nothing that a made-up address does not get as well."""
    said = lines_said(middle)
    own = sum(words for line, words in said.items() if line not in sibling.said)
    both = any(words >= _NEXT_TO_NOTHING for line, words in said.items() if line in sibling.said)
    return both and own < _NEXT_TO_NOTHING and middle.media <= sibling.media
