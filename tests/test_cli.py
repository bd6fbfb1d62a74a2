"""The command line as a shell sees it: what is printed where, and the exit code."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.cli import main
from tests.projects import POEM, project, write

ROOT = Path(__file__).parent.parent
PICTURE = "\n\n![moon](moon.png)\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one good poem, as the working folder."""
    project(tmp_path, {"poem.md": POEM})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize("arguments", [(), ("build",), ("--strict",), ("--output", "site", "--jobs", "2")])
def test_without_a_command_it_builds(here: Path, arguments: tuple[str, ...]) -> None:
    result = call(*arguments)
    assert result.exit_code == 0
    assert result.stdout.startswith("1 document, ")
    assert result.stdout.count("\n") == 1
    assert (here / "site/index.html").exists()


def test_a_warning_is_printed_and_the_site_is_built(here: Path) -> None:
    write(here / "content/poem.md", POEM + PICTURE)
    result = call()
    assert result.exit_code == 0
    assert result.stderr.startswith("content/poem.md:")
    assert ": missing-picture: " in result.stderr
    assert result.stderr.splitlines()[-1] == "1 warning"


def test_strict_makes_a_warning_a_failure(here: Path) -> None:
    write(here / "content/poem.md", POEM + PICTURE)
    result = call("--strict")
    assert result.exit_code == 1
    assert "nothing was published" in result.stderr
    assert not (here / "site").exists()


def test_quiet_says_only_what_is_wrong(here: Path) -> None:
    assert call("--quiet").output == ""


def test_faults_in_the_settings_are_told_without_a_traceback(here: Path) -> None:
    write(here / "content/site.toml", "titel = 1\nbase_url = 2\n")
    result = call()
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == "2 errors"
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    "arguments", [("biuld",), ("--jobs", "0"), ("--nope",), ("--base-url", "example.org"), ("check", "--format", "xml")]
)
def test_wrong_usage_is_exit_two(here: Path, arguments: tuple[str, ...]) -> None:
    assert call(*arguments).exit_code == 2


@pytest.mark.parametrize("command", ["build", "serve", "check", "list"])
def test_every_command_has_help(command: str) -> None:
    result = call(command, "--help")
    assert result.exit_code == 0
    assert "Usage" in result.stdout


def test_check_prints_problems_and_fails(here: Path) -> None:
    assert call("check").exit_code == 0
    write(here / "content/poem.md", POEM + PICTURE)
    result = call("check")
    assert result.exit_code == 1
    assert ": missing-picture: " in result.stdout
    assert {path.name for path in here.iterdir()} == {"content"}


def test_check_speaks_json(here: Path) -> None:
    write(here / "content/poem.md", POEM + PICTURE)
    result = call("check", "--format", "json")
    assert result.exit_code == 1
    (row,) = json.loads(result.stdout)
    assert row["path"] == "content/poem.md"
    assert row["line"] > 0
    assert row["code"] == "missing-picture"
    assert row["severity"] == "warning"


def test_list_names_what_there_is() -> None:
    result = call("list")
    assert result.exit_code == 0
    for name in ("interleaved", "zh", "pages", "search"):
        assert f"  {name}" in result.stdout


def test_an_error_of_ours_is_one_line(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("oops")

    monkeypatch.setattr("site_builder.pipeline.build", broken)
    result = call()
    assert result.exit_code == 1
    assert "internal-error: RuntimeError: oops" in result.stderr
    assert "Traceback" not in result.output


def test_a_pipe_gets_plain_text_in_any_locale(here: Path) -> None:
    write(here / "content/poem.md", POEM + "\n\n![月](月.png)\n")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, str(ROOT / "build.py"), "--no-cache"]
    result = subprocess.run(command, cwd=here, env=environment, capture_output=True, check=False)
    assert result.returncode == 0
    assert b"missing-picture" in result.stderr
    assert b"\033" not in result.stderr + result.stdout
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize(("given", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_a_terminal_gets_colours_unless_it_wants_none(here: Path, given: dict[str, str], coloured: bool) -> None:
    write(here / "content/poem.md", POEM + PICTURE)
    environment = {
        **{name: value for name, value in os.environ.items() if name != "NO_COLOR"},
        "TERM": "xterm",
        **given,
    }
    ours, theirs = pty.openpty()
    command = [sys.executable, str(ROOT / "build.py"), "check", "--format", "text"]
    with os.fdopen(theirs, "wb") as terminal:
        subprocess.run(command, cwd=here, env=environment, stdout=terminal, stderr=terminal, check=False)
        said = os.read(ours, 10_000)
    os.close(ours)
    assert b"missing-picture" in said
    assert (b"\033[" in said) is coloured


def test_a_small_build_imports_nothing_for_servers_or_terminals(here: Path) -> None:
    script = "import sys; from site_builder.cli import main; main([], standalone_mode=False); print(*sys.modules)"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True,
                            env={**os.environ, "PYTHONPATH": str(ROOT)})  # fmt: skip
    heavy = {"tornado", "livereload", "rich", "pygments", "numpy", "multiprocessing", "concurrent.futures", "asyncio"}
    assert not heavy & set(result.stdout.split())


def test_two_builds_at_once_do_not_mix(here: Path) -> None:
    command = [sys.executable, str(ROOT / "build.py")]
    both = [subprocess.Popen(command, cwd=here, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = sorted(one.communicate()[0] for one in both)
    assert [one.returncode for one in both] == [0, 0]
    assert "; 0 files written" in said[0]


def test_the_version_is_told() -> None:
    result = call("--version")
    assert result.exit_code == 0
    assert result.stdout.startswith("bilingual-reader ")
    assert result.stdout.split()[1][0].isdigit()
