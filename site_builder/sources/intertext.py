"""InterText: sentences in `name.zh.xml` and `name.en.xml`, and which belong together in `name.zh.en.xml`.

    <p><s id="1:1">…</s> <s id="1:2">…</s></p>
    <linkGrp toDoc="name.en.xml" fromDoc="name.zh.xml"><link type="2-1" xtargets="1:1 1:2;1:1" status="man"/></linkGrp>

The ids of `toDoc` come first in `xtargets`.
"""

import re

from site_builder.draft import Reading, Source
from site_builder.edition_names import edition_name, is_tag
from site_builder.sources import SourceForm

_LINKS = re.compile(r"(?:(?P<name>.*)(?P<gap>[./]))?(?P<one>[^./]+)\.(?P<other>[^./]+)\.xml", re.DOTALL | re.IGNORECASE)


def claim(path: str) -> str | None:
    """XML whose name ends in a language, or in two that are linked: `a.zh.en.xml` and `a.001_zh.001_en.xml`."""
    if (found := _LINKS.fullmatch(path)) and (text := _common(found["one"], found["other"])) is not None:
        return f"{found['name']}{found['gap']}{text}" if found["name"] and text else found["name"] or text
    edition = edition_name(path, ("xml",))
    return edition.name if edition else None


def read(source: Source, languages: tuple[str, ...]) -> Reading:
    """The draft of two editions: their links are segments, paragraphs of the first one are pairs."""
    from site_builder.linked_editions import composed

    return composed(source.files, languages)


def _common(one: str, other: str) -> str | None:
    """What the names of two versions of a text share: `001` in `001_zh` and `001_en`, nothing in `zh` and `en`."""
    versions = [version.rpartition("_") for version in (one, other)]
    same = versions[0][0] == versions[1][0] and all(is_tag(tag) for _, _, tag in versions)
    return versions[0][0] if same else None


SOURCE = SourceForm("InterText: an edition a language and their links (.xml)", claim, read, rank=1, several=True)
