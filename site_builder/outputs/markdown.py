"""Each document as Markdown: `<document>.<tag>.md` in each language, `<document>.md` in all by turns, which the build
reads like any text; all with what the front matter says."""

from collections.abc import Iterator, Sequence
from json import dumps

from site_builder.interchange.markdown import MARKDOWN
from site_builder.interchange.prose import written
from site_builder.model import Document
from site_builder.outputs import Artifact, Output
from site_builder.rendering.addresses import data_path
from site_builder.site import Site


def _make(document: Document, site: Site) -> Iterator[Artifact]:
    every = range(len(document.languages))
    for sides, ending in [(every, "md"), *(([side], f"{document.languages[side]}.md") for side in every)]:
        text = _front(document, sides) + written(document, sides, MARKDOWN)
        yield Artifact(data_path(document.id, ending), text.encode())


def _front(document: Document, sides: Sequence[int]) -> str:
    """The front matter: every value in quotes, which YAML reads as JSON does."""
    tags = [document.languages[side] for side in sides]
    titles = [f"  {tag}: {_quoted(document.title[side])}\n" for tag, side in zip(tags, sides, strict=True)]
    languages = f"languages: [{', '.join(tags)}]\n" if len(tags) > 1 else ""
    meta = "".join(f"{key}: {_quoted(value)}\n" for key, value in document.meta.items())
    return f"---\ntitle:\n{''.join(titles)}{languages}{meta}---\n\n"


def _quoted(text: str) -> str:
    return dumps(text, ensure_ascii=False)


OUTPUT = Output("the document as Markdown, in each language and in all", for_document=_make, optional=True)
