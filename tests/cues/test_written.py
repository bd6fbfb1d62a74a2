"""What the page for timing writes, the builder reads: the same cues in every form."""

import json
import subprocess
from pathlib import Path

import pytest

from site_builder import discovery
from site_builder.cues import CueForm

SCRIPT = Path(__file__).parents[2] / "themes/reader/js/sync-forms.js"
FORMS = discovery.declared("site_builder.cues", "CUES", CueForm)
CUES: list[tuple[str, float, float]] = [
    ("p1-1", 0, 2.5),
    ("p1-2", 2.5, 61.25),
    ("p2-1", 3599.999, 3600),
    ("p10-12", 7322.0004, 7400.123),
]
ABOUT = {"texts": {"p1-1": "甲 --> 乙\n\n& <丙>", "p1-2": "“Two.”"}, "sound": 'a "b" & c.mp3'}


@pytest.mark.parametrize("name", FORMS)
def test_every_form_comes_back(name: str) -> None:
    form = FORMS[name]
    call = f"SyncForms.written({json.dumps(form.ending)}, {json.dumps(CUES)}, {json.dumps(ABOUT)})"
    code = f"{SCRIPT.read_text(encoding='utf-8')}\nprocess.stdout.write({call});"
    done = subprocess.run(["node", "-e", code], capture_output=True, encoding="utf-8", check=True)
    read = form.read(done.stdout, f"report.zh.{form.ending}")
    assert read.problems == ()
    expected = [(id, round(start * 1000), round(end * 1000)) for id, start, end in CUES]
    assert [(cue.id, cue.start, cue.end) for cue in read.cues] == expected
