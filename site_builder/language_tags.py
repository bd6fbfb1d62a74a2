"""The tags of languages: how BCP 47 writes them, and which words are one."""

import re

# ISO 639-1, and the codes of older and regional languages that editions are made in.
CODES = frozenset(
    re.findall(
        "[a-z]+",
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
        en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu
        ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na
        nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so
        sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        ang cmn enm frm gmh grc hak lzh nan och pli san wuu xct yue
        """,
    )
)
_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def is_language(tag: str) -> bool:
    """Whether a tag begins with the code of a language that texts are found in: `zh-Hant`, not `old` or `part`."""
    return _TAG.fullmatch(tag) is not None and code_of(tag) in CODES


def is_tag(tag: str) -> bool:
    """Whether a word has the form of a tag."""
    return _TAG.fullmatch(tag) is not None


def code_of(tag: str) -> str:
    """The language itself: `zh` of zh-Hant."""
    return tag.partition("-")[0].lower()


def cased(tag: str) -> str:
    """The tag as BCP 47 writes it: ZH_hant becomes zh-Hant, en_us en-US. `und` when it is no tag at all."""
    code, *subtags = tag.strip().replace("_", "-").split("-")
    written = "-".join([code.lower(), *map(subtag, subtags)])
    return written if _TAG.fullmatch(written) else "und"


def subtag(text: str) -> str:
    """A subtag as BCP 47 writes it: Hant, TW."""
    return {2: text.upper(), 4: text.title()}.get(len(text), text.lower())
