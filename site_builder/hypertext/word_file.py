"""Open a Word document: `mammoth` makes it HTML, of which headings, emphasis, lists, tables and notes are read."""

import io
from collections.abc import Iterable, Mapping
from zipfile import ZipFile

from site_builder.decoding import empty
from site_builder.draft import SourceFile
from site_builder.hypertext.archives import broken, unpacked
from site_builder.hypertext.elements import tree
from site_builder.hypertext.footnotes import Page
from site_builder.hypertext.in_turn import Work, gathered
from site_builder.problems import Place, Problem, Severity
from site_builder.xml_reading import parsed

# Beside the styles that mammoth knows (headings, lists, notes). Word keeps these names in every language.
_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Heading 7'] => h6:fresh
p[style-name='Heading 8'] => h6:fresh
p[style-name='Heading 9'] => h6:fresh
p[style-name='heading 7'] => h6:fresh
p[style-name='heading 8'] => h6:fresh
p[style-name='heading 9'] => h6:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
r[style-name='Emphasis'] => em
r[style-name='Intense Emphasis'] => em
"""
_IGNORED = "An unrecognised element was ignored: "


def opened(file: SourceFile) -> Work | tuple[Problem, ...]:
    """What a document holds; only problems when there is nothing to read."""
    members = unpacked(file, lambda name: name.lower().endswith((".xml", ".rels")))
    if isinstance(members, tuple):
        return members
    if "word/document.xml" not in members and "[Content_Types].xml" not in members:
        return (broken(file.path, "there is no Word document in it"),)
    for name in sorted(members):
        root = parsed(members[name], f"{file.path}/{name}")
        if isinstance(root, tuple):
            return root
    return _converted(file.path, members)


def _converted(path: str, members: Mapping[str, bytes]) -> Work | tuple[Problem, ...]:
    import mammoth

    archive = io.BytesIO()
    with ZipFile(archive, "w") as packed:  # of the members that were looked at: nothing else is opened
        for name, data in members.items():
            packed.writestr(name, data)
    try:
        # A style map inside the document could drop text. Pictures stay in it; what describes them takes their place.
        picture = mammoth.images.img_element(lambda _: {"src": "picture"})
        result = mammoth.convert_to_html(
            archive, style_map=_STYLES, include_embedded_style_map=False, convert_image=picture
        )
    except RecursionError:
        hint = "take apart what is nested: tables in tables, boxes in boxes"
        return (Problem("too-deep", "parts are nested too deep to be read", Place(path), Severity.ERROR, hint),)
    except Exception as error:  # mammoth expects what Word writes, and fails in any way on anything else
        return (broken(path, f"its parts do not fit together ({type(error).__name__})"),)
    if not result.value.strip():
        return (empty(path),)
    root = tree(result.value, path)
    if isinstance(root, tuple):
        return root
    work = gathered([Page(root, path)], path, alone=False)
    return Work(path, work.passages, problems=(*work.problems, *_lost(result.messages, path)))


def _lost(messages: Iterable[object], path: str) -> tuple[Problem, ...]:
    """Parts of the document that mammoth does not know, which may have held text: formulas, forms."""
    told = (str(getattr(message, "message", "")) for message in messages)
    names = sorted({text.removeprefix(_IGNORED).rpartition("}")[2] for text in told if text.startswith(_IGNORED)})
    if not names:
        return ()
    hint = "compare the page with the document; write formulas as text"
    return (Problem("part-left-out", f"parts are not read: {', '.join(names)}", Place(path), hint=hint),)
