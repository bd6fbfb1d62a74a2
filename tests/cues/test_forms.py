"""Each form of cues says the same: which segment is read when; what is wrong is told with its line."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder import discovery
from site_builder.cues import CueForm, clock
from site_builder.problems import Problem
from tests.cases import Case, cases

HERE = Path(__file__).parent
FORMS = discovery.declared("site_builder.cues", "CUES", CueForm)


def told(problem: Problem) -> str:
    assert problem.hint
    return f"line {problem.place.line}: {problem.code}: {problem.message}"


@pytest.mark.parametrize("case", [case for name in FORMS for case in cases(HERE / name)])
def test_cues_are_read(case: Case, matches: Callable[[Case, str], None]) -> None:
    form = FORMS[case.path.parent.name]
    found = form.read(case.input, f"report.zh.{form.ending}")
    rows = [f"{cue.id or '?'} {cue.start} {cue.end} (line {cue.place.line})" for cue in found.cues]
    matches(case, "\n".join([*rows, *map(told, found.problems)]))


@pytest.mark.parametrize("name", FORMS)
@given(st.text(st.sampled_from('p3-12 \t\n:.,>{}[]"</parsmiltextdu=#0e')) | st.text())
def test_whatever_is_in_a_file_is_read_or_told(name: str, text: str) -> None:
    found = FORMS[name].read(text, f"report.zh.{FORMS[name].ending}")
    assert all(cue.start >= 0 for cue in found.cues)
    assert all(problem.hint and problem.place.path for problem in found.problems)


@given(st.integers(0, 3_000_000_000))
def test_a_time_is_what_is_written(time: int) -> None:
    seconds, part = divmod(time, 1000)
    assert clock(f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}.{part:03}") == time
    assert seconds >= 10_000_000 or clock(f"{seconds},{part:03}") == time
