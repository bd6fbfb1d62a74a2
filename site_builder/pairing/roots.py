"""English words brought to a root, so that a dictionary's `to develop` meets a text's `developing`.

Cruder than Snowball on purpose: only pairing sees these roots, a rare clash does no harm among the words of one
paragraph, and Snowball costs 54 ms to import and 40–90 µs a word, this 2 µs.
"""

import re
from functools import cache

_LONGEST = 7  # letters; enough to keep internet from international
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ings?|ies|ied|ed|es|s|ly|e|y)$")
_DOUBLE = re.compile(r"([b-df-hj-np-tv-z])\1$")

# Words that say nothing about the matter.
_STOPS = """
a an the of to in on at for by with from and or but as is are was were be been being am it its this that these
those one ones sb sth etc esp eg ie lit fig also used not no do does did done have has had i you he she we they his
her their my your our me him them us so if then than into out up down about over under who whom which what when
where how there here all any some such more most other each will would can could may might shall should must own
between through during within upon per via
"""
STOP_WORDS = frozenset(_STOPS.split())

_FORMS = """
become became|begin began begun|break broke broken|bring brought|build built|buy bought|catch caught|choose chose chosen
come came|cut|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feel felt|fight fought|find found
fly flew flown|forget forgot forgotten|freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown
hang hung|hear heard|hide hid hidden|hold held|keep kept|know knew known|lay laid|lead led|leave left|lend lent|lie lay
lose lost|make made|mean meant|meet met|pay paid|ride rode ridden|ring rang rung|rise rose risen|run ran|say said
see saw seen|seek sought|sell sold|send sent|shake shook shaken|shine shone|shoot shot|show shown|sing sang sung
sink sank sunk|sit sat|sleep slept|speak spoke spoken|spend spent|stand stood|steal stole stolen|strike struck
swear swore sworn|sweep swept|swim swam swum|take took taken|teach taught|tear tore torn|tell told|think thought
throw threw thrown|understand understood|undertake undertook undertaken|wake woke woken|wear wore worn|win won
wind wound|write wrote written|man men|woman women|child children|foot feet|tooth teeth|mouse mice|life lives
wife wives|half halves|leaf leaves|good better best|bad worse worst|two twice|three thrice
"""
_BASE = {form: forms.split()[0] for forms in _FORMS.replace("\n", "|").split("|") for form in forms.split()[1:]}


@cache
def root(word: str) -> str:
    """The root of a lower-case word."""
    cut = _ENDING.sub("", _BASE.get(word, word))
    return _DOUBLE.sub(r"\1", cut)[:_LONGEST]
