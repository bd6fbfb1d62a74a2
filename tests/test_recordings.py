"""Recordings find their text, and cues their sentences; what does not fit is told, with its line where it has one."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.composing import compose
from site_builder.draft import Source, SourceFile
from site_builder.grouping import group
from site_builder.narrating import Heard
from site_builder.pipeline import build, check
from site_builder.problems import Severity
from site_builder.recordings import Sound
from site_builder.task import Composed
from tests.cases import Case, cases
from tests.projects import POEM, SONG, project, tree, write
from tests.sounds import tone

LABELS = "0\t1\tp1-1\n1\t2\tp2-1\n"
CUES = Path(__file__).parent / "cues/narrating"


def sounds(*paths: str) -> list[tuple[str, str, str, tuple[str, ...], str]]:
    return [
        (named.id, one.section, one.said, one.paths, one.cues) for named in group(paths).sources for one in named.sounds
    ]


def heard(*recordings: Heard) -> Composed:
    source = Source("poem", "interleaved", (SourceFile("poem.md", POEM.encode()),))
    return compose(source, (), heard=recordings)


def told(composed: Composed, least: Severity = Severity.WARNING) -> list[str]:
    found = [one for one in composed.problems if one.severity >= least]
    assert all(one.hint for one in found)
    return [f"{one.place.path}:{one.place.line}: {one.code}: {one.message} ({one.hint})" for one in found]


def test_a_recording_belongs_to_the_text_of_its_name() -> None:
    assert sounds("poem.md", "poem.zh.mp3", "poem.s2.en.wav", "a/zh.md", "a/en.md", "a/en.ogg") == [
        ("a", "", "en", ("a/en.ogg",), ""),
        ("poem", "s2", "en", ("poem.s2.en.wav",), ""),
        ("poem", "", "zh", ("poem.zh.mp3",), ""),
    ]


def test_one_recording_may_have_several_forms_of_sound_and_one_file_of_cues() -> None:
    paths = ("poem.md", "poem.zh.mp3", "poem.zh.opus", "poem.zh.vtt", "poem.zh.smil")
    assert sounds(*paths) == [("poem", "", "zh", ("poem.zh.mp3", "poem.zh.opus"), "poem.zh.smil")]
    (problem,) = group(paths).problems
    assert (problem.code, problem.place.path) == ("cues-twice", "poem.zh.vtt")


def test_a_text_beside_a_recording_stays_a_text() -> None:
    paths = ("poem.zh.txt", "poem.en.txt", "poem.zh.mp3")
    assert [named.paths for named in group(paths).sources] == [("poem.en.txt", "poem.zh.txt")]
    assert sounds(*paths) == [("poem", "", "zh", ("poem.zh.mp3",), "")]


@pytest.mark.parametrize("cues", ["poem.zh.txt", "poem.zh.json", "poem.zh.cues.txt"])
def test_a_text_that_can_only_be_cues_is_cues(cues: str) -> None:
    paths = ("poem.md", cues, "poem.zh.mp3")
    assert [named.paths for named in group(paths).sources] == [("poem.md",)]
    assert sounds(*paths) == [("poem", "", "zh", ("poem.zh.mp3",), cues)]
    assert cues not in group(paths).others


def test_the_word_cues_makes_it_sure() -> None:
    paths = ("poem.zh.txt", "poem.en.txt", "poem.zh.mp3", "poem.zh.cues.txt")
    assert sounds(*paths) == [("poem", "", "zh", ("poem.zh.mp3",), "poem.zh.cues.txt")]


def test_a_recording_without_a_text_is_a_remark_and_stays_a_file() -> None:
    grouping = group(["poem.md", "song.zh.mp3", "poem.mp3"])
    assert [(one.code, one.severity) for one in grouping.problems] == [("recording-without-text", Severity.INFO)]
    assert grouping.others == {"song.zh.mp3", "poem.mp3"}


@pytest.mark.parametrize("case", cases(CUES))
def test_cues_become_times_of_sentences(case: Case, matches: Callable[[Case, str], None]) -> None:
    sound = Sound(("poem.zh.wav",), "zh", "", "poem.zh.json", "plain_json")
    composed = heard(Heard(sound, SourceFile("poem.zh.json", case.input.encode()), 7000))
    assert composed.document
    (recording,) = composed.document.recordings
    rows = [f"{one} {start} {end}" for one, (start, end) in recording.cues.items()]
    matches(case, "\n".join([*rows, *told(composed, Severity.INFO)]))


def test_what_is_no_recording_of_this_text_is_told() -> None:
    sound = Sound(("poem.zh.wav",), "zh")
    composed = heard(Heard(replace(sound, said="fr")), Heard(replace(sound, section="s9")), Heard(sound, length=None))
    assert composed.document
    assert composed.document.recordings == ()
    assert [line.partition(" (")[0] for line in told(composed)] == [
        "poem.zh.wav:0: recording-language: the name says fr, but the text is in zh-Hant and en",
        "poem.zh.wav:0: recording-section: the name says s9, but the text has no section of that id",
        "poem.zh.wav:0: broken-recording: this is no sound that can be played",
    ]


def test_cues_that_cannot_be_read_leave_the_recording(tmp_path: Path) -> None:
    sound = Sound(("poem.zh.wav",), "zh", "", "poem.zh.vtt", "webvtt")
    composed = heard(Heard(sound, SourceFile("poem.zh.vtt", "唱".encode("gb18030")), 7000))
    assert composed.document
    assert composed.document.recordings[0].cues == {}
    assert told(composed)[0].startswith("poem.zh.vtt:1: not-utf-8")


def test_a_site_has_its_recordings(tmp_path: Path) -> None:
    options = project(tmp_path, {"poem.md": POEM, "poem.zh.wav": tone(7), "poem.zh.txt": LABELS, "song.md": SONG})
    report = build(options)
    assert report.published
    assert [one.code for one in report.problems if one.severity > Severity.INFO] == []
    site = tmp_path / "site"
    assert (site / "poem/poem.zh-Hant.wav").read_bytes() == tone(7)
    assert (site / "poem/poem.audio.js").read_text(encoding="utf-8") == (
        'Reader.provide("audio/poem",[{"language":"zh-Hant","section":"","files":["poem.zh-Hant.wav"],"length":7.0,'
        '"cues":{"p1-1":[0.0,1.0],\n"p2-1":[1.0,2.0]}}]);\n'
    )
    page = (site / "poem/index.html").read_text(encoding="utf-8")
    assert page.index("</h1>") < page.index('<source src="poem.zh-Hant.wav" type="audio/wav">') < page.index('id="p2"')
    assert "<audio" not in (site / "song/index.html").read_text(encoding="utf-8")
    assert not (site / "song/song.audio.js").exists()


def test_a_recording_of_a_section_stands_below_its_heading(tmp_path: Path) -> None:
    text = f"{POEM}\n## 二\n\n## Two\n\n花落知多少。\n\nHow many petals fell?\n"
    build(project(tmp_path, {"poem.md": text, "poem.s1.en.wav": tone(1)}))
    page = (tmp_path / "site/poem/index.html").read_text(encoding="utf-8")
    section = page[page.index('id="s1"') :]
    assert section.index("</h2>") < section.index("poem.s1.en.wav") < section.index("花落知多少")


def test_a_new_recording_is_noticed_and_an_old_one_goes(tmp_path: Path) -> None:
    options = project(tmp_path, {"poem.md": POEM, "song.md": SONG, "poem.zh.wav": tone(1)})
    build(options)
    before = tree(options.output)
    assert build(options).changes.written == ()
    write(tmp_path / "content/poem.zh.wav", tone(2))
    assert "poem/poem.zh-Hant.wav" in build(options).changes.written
    write(tmp_path / "content/poem.zh.txt", LABELS)
    assert "poem/poem.audio.js" in build(options).changes.written
    (tmp_path / "content/poem.zh.txt").unlink()
    write(tmp_path / "content/poem.zh.wav", tone(1))
    build(options)
    assert tree(options.output) == before
    (tmp_path / "content/poem.zh.wav").unlink()
    assert {"poem/poem.zh-Hant.wav", "poem/poem.audio.js"} <= set(build(options).changes.removed)


def test_cues_beyond_the_sound_are_told_with_their_line(tmp_path: Path) -> None:
    files = {"poem.md": POEM, "poem.zh.wav": tone(1.5), "poem.zh.txt": LABELS}
    found = [one for one in check(project(tmp_path, files)).problems if one.severity > Severity.INFO]
    assert [(one.code, one.place.path, one.place.line) for one in found] == [
        ("cue-beyond", f"{tmp_path}/content/poem.zh.txt", 2)
    ]


def test_a_file_that_is_no_sound_is_told(tmp_path: Path) -> None:
    found = check(project(tmp_path, {"poem.md": POEM, "poem.zh.mp3": b"no sound at all"})).problems
    assert "broken-recording" in {one.code for one in found}
