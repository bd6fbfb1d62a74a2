"""Spanish: sentences (¿ and ¡ open them), semicolon clauses, typographic quotes."""

from functools import partial

from site_builder import quotation_marks, sentences
from site_builder.languages import Language

_RULES = sentences.SentenceRules(
    never_last=sentences.words(
        """
mr mrs sr sra sres sras srta srtas dr dra dres d dña don lic ing arq prof profa mtro mtra gral cnel cap tte sto sta fr
hno hna mons rvdo excmo excma ilmo ilma ud uds vd vds p.ej ej cf cfr vid aprox ed eds trad coord coords dir depto dpto
admón av avda ctra pza vs ee ff rr máx mín núms lat ingl fr
"""
    ),
    before_number=sentences.words("p pp pág págs n núm núms art arts cap caps fig figs vol vols t tel tab secc párr"),
    maybe_last=sentences.words("etc cía s.a s.l a.c d.c c uu aa hh jr s.s"),
    openers=sentences.words(
        """
el la los las un una unos unas lo este esta estos estas ese esa eso esos esas aquel aquella él ella ellos ellas yo tú
usted ustedes nosotros se me te nos su sus mi mis en a al de del por para con sin sobre entre desde hasta según pero y
o ni si cuando mientras aunque porque como así entonces luego después antes además también sin tras durante no ya hay
todo todos toda todas algunos muchos cada qué quién cómo dónde cuándo
"""
    ),
)


def typeset(text: str) -> str:
    """Typographic quotes and apostrophes: dijo "sí" → dijo “sí”."""
    return quotation_marks.single(quotation_marks.double(text, "“”"))


LANGUAGE = Language(
    sentence_ends=partial(sentences.sentence_ends, _RULES),
    clause_ends=partial(sentences.clause_ends, _RULES),
    typeset=typeset,
)
