"""Join a document and its recordings: which language and section each reads, and which cue is which segment's."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import pairwise
from typing import NamedTuple

from site_builder import discovery
from site_builder.cues import Cue, CueForm
from site_builder.decoding import decode
from site_builder.draft import SourceFile
from site_builder.language_tags import cased, code_of
from site_builder.model import Document, Recording
from site_builder.problems import Place, Problem, Severity
from site_builder.recordings import Sound

_BEYOND = "cue-beyond"  # the only fault with which a cue is kept, as far as the sound goes
_NEARLY = 100  # milliseconds by which a cue may be longer than the sound: players and editors round


class Heard(NamedTuple):
    """A recording that was opened: its file of cues, if any, and its length in milliseconds, 0 where it cannot be
    told, None where the file is no sound."""

    sound: Sound
    cues: SourceFile | None = None
    length: int | None = 0


def narrate(document: Document, heard: Sequence[Heard]) -> tuple[Document, tuple[Problem, ...]]:
    """The document with its recordings, and what is wrong with them. A recording in a language that the document does
    not have, or of a section that it does not have, is left out; so is a cue that leads nowhere."""
    problems: list[Problem] = []
    found = []
    for one in heard:
        side, section = _side(one.sound.said, document.languages), _section(one.sound.section, document)
        if one.length is None:
            problems.append(_no_sound(one.sound))
        elif side is None:
            problems.append(_no_language(one.sound, document.languages))
        elif section is None:
            problems.append(_no_section(one.sound, document))
        else:
            cues, faults = _cues(one, one.length, document)
            problems += faults
            recording = Recording(one.sound.paths, side, section, one.length, cues)
            problems += _lacking(recording, one.sound, document)
            found.append(recording)
    found.sort(key=lambda recording: (recording.section != "", recording.section, recording.side, recording.paths))
    return (replace(document, recordings=tuple(found)) if found else document), tuple(problems)


def _side(said: str, languages: Sequence[str]) -> int | None:
    """The language that a name says: the very tag, else any of the same language."""
    tag = cased(said)
    if tag in languages:
        return languages.index(tag)
    codes = [code_of(each) for each in languages]
    return codes.index(code_of(tag)) if code_of(tag) in codes else None


def _section(said: str, document: Document) -> str | None:
    """The section of an id, or of the author's own id of its heading."""
    for section in document.sections:
        if said in ("", section.id) or (section.heading and section.heading.own_id == said):
            return section.id if said else ""
    return None


def _cues(heard: Heard, length: int, document: Document) -> tuple[Mapping[str, tuple[int, int]], list[Problem]]:
    """The times of each segment, in the order of the recording."""
    if heard.cues is None:
        return {}, []
    decoded = decode(heard.cues)
    problems = list(decoded.problems)
    if decoded.text is None:
        return {}, problems
    form = discovery.load("site_builder.cues", heard.sound.form, "CUES", CueForm)
    read = form.read(decoded.text, heard.cues.path)
    problems += read.problems
    known = _Known.of(document)
    cues: dict[str, tuple[int, int]] = {}
    for cue, end in _ended(read.cues, length):
        fault = _fault(cue, end, length, known, cues)
        if fault:
            problems.append(fault)
        if fault is None or (fault.code == _BEYOND and cue.start < min(end, length)):
            cues[known.segment(cue.id)] = (cue.start, min(end, length) if length else end)
    problems += _overlaps(read.cues, known, cues)
    return dict(sorted(cues.items(), key=lambda item: item[1])), problems


class _Known(NamedTuple):
    """The segments there are, and the first of each paragraph with how many it has."""

    segments: frozenset[str]
    pairs: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, document: Document) -> "_Known":
        pairs = {pair.id: tuple(segment.id for segment in pair.segments) for pair in document.pairs()}
        return cls(frozenset(one for ids in pairs.values() for one in ids), pairs)

    def segment(self, name: str) -> str:
        """The segment that a cue names; that of a paragraph which has only one; "" for none."""
        if name in self.segments:
            return name
        inside = self.pairs.get(name, ())
        return inside[0] if len(inside) == 1 else ""


def _ended(cues: Sequence[Cue], length: int) -> Iterator[tuple[Cue, int]]:
    """The cues with their ends; one without an end lasts until the next one begins, the last as long as the sound."""
    following = dict(pairwise(sorted({cue.start for cue in cues})))
    for cue in cues:
        yield cue, following.get(cue.start, length) if cue.end is None else cue.end


def _fault(cue: Cue, end: int, length: int, known: _Known, cues: Mapping[str, tuple[int, int]]) -> Problem | None:
    segment = known.segment(cue.id)
    if not segment:
        return _unknown(cue, known)
    if segment in cues:
        hint = "keep one; several sentences that are read at once are one cue of the first of them"
        return Problem("cue-twice", f"{segment} has a cue already", cue.place, hint=hint)
    if length and (cue.start >= length or end > length + _NEARLY):
        message = f"the cue of {segment} ends at {_told(end)}, but the recording at {_told(length)}"
        return Problem(_BEYOND, message, cue.place, hint="mend the time, or give the whole recording")
    if end <= cue.start:
        message = f"the cue of {segment} ends at {_told(end)}, before it starts at {_told(cue.start)}"
        return Problem("cue-backwards", message, cue.place, hint="mend one of the times")
    return None


def _unknown(cue: Cue, known: _Known) -> Problem:
    pair = cue.id.partition("-")[0]
    inside = known.pairs.get(pair, ())
    near = get_close_matches(cue.id, known.segments, 1) if len(known.segments) < 1000 else []
    if inside:
        hint = f"{pair} has {inside[0]}" + (f" to {inside[-1]}" if len(inside) > 1 else "")
    else:
        hint = f"did you mean {near[0]}?" if near else "take ids from the text's page, as in #p3-1"
    message = f"there is no sentence {cue.id}" if cue.id else "this cue names no sentence"
    return Problem("cue-unknown", message, cue.place, hint=hint)


def _overlaps(cues: Sequence[Cue], known: _Known, kept: Mapping[str, tuple[int, int]]) -> Iterator[Problem]:
    """Cues that begin before the one before them ends: both are played as they are written."""
    until, before = 0, ""
    places = {known.segment(cue.id): cue.place for cue in reversed(cues)}
    for segment, (start, end) in sorted(kept.items(), key=lambda item: item[1]):
        if start < until:
            message = f"{segment} begins at {_told(start)}, while {before} is read until {_told(until)}"
            yield Problem("cue-overlap", message, places[segment], hint="let one end where the other begins")
        if end > until:
            until, before = end, segment


def _lacking(recording: Recording, sound: Sound, document: Document) -> Iterator[Problem]:
    """What a recording leaves out, as remarks: it may be meant so."""
    if not recording.cues and not sound.cues:
        message = "nothing says which sentence is read when"
        hint = f"time it on {document.id}/sync.html of the built site, and save the cues beside it"
        yield Problem("recording-without-cues", message, Place(sound.paths[0]), Severity.INFO, hint)
        return
    sections = [each for each in document.sections if recording.section in ("", each.id)]
    pairs = [pair for section in sections for pair in section.pairs if not pair.shared]
    wanted = [one.id for pair in pairs for one in pair.segments if one.lines[recording.side].text.strip()]
    missing = [one for one in wanted if one not in recording.cues]
    if missing and recording.cues:
        message = f"{len(missing)} of {len(wanted)} sentences have no cue, the first is {missing[0]}"
        yield Problem("cue-missing", message, Place(sound.cues), Severity.INFO, "add them, if they are read")


def _no_sound(sound: Sound) -> Problem:
    hint = "export it again; what the name says and what is in it may differ"
    return Problem("broken-recording", "this is no sound that can be played", Place(sound.paths[0]), hint=hint)


def _no_language(sound: Sound, languages: Sequence[str]) -> Problem:
    message = f"the name says {sound.said}, but the text is in {' and '.join(languages)}"
    return Problem("recording-language", message, Place(sound.paths[0]), hint="name it after the language that is read")


def _no_section(sound: Sound, document: Document) -> Problem:
    known = [section.id for section in document.sections]
    message = f"the name says {sound.section}, but the text has no section of that id"
    hint = (
        f"its sections are {known[0]} to {known[-1]}" if len(known) > 1 else "it has only one section: leave the id out"
    )
    return Problem("recording-section", message, Place(sound.paths[0]), hint=hint)


def _told(time: int) -> str:
    """A time as a person reads it: 1:02.5."""
    minutes, rest = divmod(time, 60_000)
    return f"{minutes}:{rest / 1000:06.3f}".rstrip("0").rstrip(".")
