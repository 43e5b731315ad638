"""Closed lists of words by which the rules for breaks tell a sentence from an address.

Data alone: words of several languages, in lower case. What they tell is said by the rules that ask for them.
"""

from __future__ import annotations

_FUNCTION_WORDS = (
    "and as at but by for from has have if in into is it its of on or our that the their there these they this those"
    " to was we were when where which who will with you der die das den dem des und oder ist sind war im am auf aus bei"
    " für mit nach von vom zu zum zur et ou le la les des du un une est sont dans pour sur avec qui que aux el los las"
    " del en es son por con se os da dos das em na não um uma il lo gli di che è sono per nel della delle het een van"
    " zijn op voor met och att är som för med på av og er til ja oraz jest są do w z y"
)
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Words that a sentence goes on with, and that hardly a link ends with."""
REMARKS = FUNCTION_WORDS | {"accessed", "visited", "retrieved", "viewed", "passim", "online", "here", "print", "ibid"}
"""Words that say something of the link before them."""
_ENDINGS = (
    "ment ments mentary tion tions tional sion sions ation ations cation cations ization isation ance ances ence ences"
    " ency encies ancy ness ity ities ing ings ably ibly ively ically ture tures tung tungen schaft schaften heit"
    " heiten keit keiten lich liche lichen ción ciones ções ção zione zioni mento mentos menti miento"
)
ENDINGS = frozenset(_ENDINGS.split())
"""How words end and none begins: behind a hyphen at a line's end they are the second half of one word."""
_AFTER_A_FILE = (
    "and or see as is in at for with from which who that are was the on by it its this und oder et ou y o e siehe "
    "voir ver vgl cf accessed available archived last retrieved"
)
AFTER_A_FILE = frozenset(_AFTER_A_FILE.split())
"""A file's name seldom goes on with one of these after its first word; a sentence does."""
_WITHIN_NAMES = "of the to and on for in a de la le les du des del der die das und von y e et no"
WITHIN_NAMES = frozenset(_WITHIN_NAMES.split())
"""Words that stay in small letters within names of files whose other words have capitals."""
