"""Extensions of files as mending knows them, each set as the alternatives of a pattern.

They differ in what a mistake costs: `LEARNED` goes with the line-break model, and is changed with it only.
"""

from __future__ import annotations

from verifier.model.addresses import FILES, SAVED_FILES

LEARNED = r"html?|pdf|php|aspx?|jsp|xml|txt|zip|gz|docx?|shtml|cgi|git|png|jpe?g|svg|csv|json|md"
"""What the model and the rules for breaks within a line ask for; counted out of fold with these."""
CITED = rf"{FILES}|epub|json|gif|tiff?|svg|ece|ps"
"""Files that citations end in: what may be put together behind a space."""
ENDING = rf"{CITED}|bmp|cgi|css|gz|js|jsp|m4a|md|net|rss|rtf|shtml?|tar|webp"
"""All that is rather an extension than the first word of a sentence behind a full stop."""
NAMED = rf"{SAVED_FILES}|epub|rtf"
"""Files whose names people give, with spaces in them."""
