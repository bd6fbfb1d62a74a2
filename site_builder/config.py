"""site.toml as a typed record: what may be set, what it means, and what holds when it is not set."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

ViewName = Literal["columns", "rows", "first", "second", "reveal"]
GrainName = Literal["auto", "paragraph", "segment"]
Appearance = Literal["auto", "light", "sepia", "dark"]
DownloadName = Literal["auto", "json", "tmx", "tsv", "xliff", "text", "markdown", "html", "epub", "pdf"]
Compression = Literal["br", "gz"]
EditionName = Literal["paragraphs", "interlinear", "ruby"]
LayerName = Literal["scripts", "words", "readings", "glosses", "levels"]
SizeName = Literal["A4", "letter"]
SyncName = Literal["recorded", "all", "none"]
ReadingName = Literal["pinyin", "zhuyin", "jyutping"]


ASKED = ("pdf",)  # downloads that are made only when named: slow, or by what is not installed with the rest
LARGE = ("html", "epub")  # downloads that weigh as much as the page, or more
FEW = 100  # documents of a library for which these are made without being asked for
LISTS = ("hsk-2025", "hsk-2021", "hsk-2.0")  # of graded words, as they come with the program


@dataclass(frozen=True, slots=True)
class View:
    """How the page opens for a reader who has chosen nothing yet.

    `mode` "auto" is columns on a wide screen and rows on a narrow one; `grain` "auto" is paragraphs in columns and
    segments in rows; `first` is the language shown first ("" for the document's own order). A document of more pairs
    than `page_pairs`, or of as much text, is shown on several pages; 0 is never.
    """

    mode: Literal["auto", "columns", "rows", "first", "second", "reveal"] = "auto"
    grain: GrainName = "auto"
    appearance: Appearance = "auto"
    first: str = ""
    page_pairs: int = 150


@dataclass(frozen=True, slots=True)
class Pairing:
    """How texts that nobody aligned are aligned. `vectors` asks for those of sentences (the extra `[vectors]`), which
    help where no dictionary does, at a hundred times the cost."""

    vectors: bool = False


@dataclass(frozen=True, slots=True)
class Learning:
    """What a learner is told of the text. `layers` [] is nothing at all. `readings` are made where the language has
    them. `levels` are lists of graded words, the first one leads: "hsk-2025", "hsk-2021", "hsk-2.0", or the name of a
    file `levels/<name>.tsv` in the content folder. `decks` asks for flash cards beside each text."""

    layers: tuple[LayerName, ...] = get_args(LayerName)
    readings: tuple[ReadingName, ...] = ("pinyin", "zhuyin")
    levels: tuple[str, ...] = LISTS
    decks: bool = True


@dataclass(frozen=True, slots=True)
class Listening:
    """Which documents get a page on which authors time a recording: those that have one, all, or none; with `link`, the
    reading page leads to it."""

    sync: SyncName = "recorded"
    link: bool = False


@dataclass(frozen=True, slots=True)
class Ebook:
    """Which electronic books are made of a document: with paragraphs in turn, with each segment above its translation,
    and the former with readings over the words, where there are readings."""

    editions: tuple[EditionName, ...] = get_args(EditionName)


@dataclass(frozen=True, slots=True)
class Paper:
    """How a document is set in pages for PDF: on which size, languages side by side or one below the other."""

    size: SizeName = "A4"
    layout: Literal["columns", "rows"] = "columns"


@dataclass(frozen=True, slots=True)
class Config:
    """The whole of site.toml. `title` and `description` may be one text or one a language (`""` keys the plain one)."""

    title: Mapping[str, str] = field(default_factory=dict)
    description: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()  # BCP 47 tags, the first language first; empty: found in each text
    base_url: str = ""  # where the site will live, with a slash at its end; empty: no absolute address anywhere
    theme: str = "reader"
    interface: Literal["", "zh-Hant", "zh-Hans", "en"] = ""  # of buttons until the reader chooses; empty: by the text
    downloads: tuple[DownloadName, ...] = ("auto",)  # beside each page; search and tools rely on "json"
    offline: bool = True  # whether browsers keep the site for reading without network
    precompress: tuple[Compression, ...] = ()  # files of text a second time, for hosts that send them so
    view: View = View()
    pairing: Pairing = Pairing()
    listening: Listening = Listening()
    ebook: Ebook = Ebook()
    pdf: Paper = Paper()
    learning: Learning = Learning(layers=())  # until site.toml has a table of that name


def made_downloads(wanted: tuple[DownloadName, ...], documents: int) -> tuple[DownloadName, ...]:
    """What "auto" stands for in a library of so many documents: everything but what is named only (`ASKED`), or what
    costs little where there are many, since thousands of books that nobody asked for take longer than the site."""
    if "auto" not in wanted:
        return wanted
    left_out = {"auto", *ASKED, *(LARGE if documents > FEW else ())}
    usual = (name for name in get_args(DownloadName) if name not in left_out)
    return tuple(dict.fromkeys((*usual, *(name for name in wanted if name != "auto"))))
