"""Every page of every site is what the validators call valid.

One rule of html-validate is off: `wcag/h32` wants a submit button in each form, but the search answers while one types,
and Enter opens the first result. Of the Nu checker only errors count: it warns that scripts beside a file break
`script-src 'self'`, which browsers do not find. Nor does it know all of CSS: properties of anchors are new to it.
"""

import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TOOLS = HERE.parent / "node_modules"
UNKNOWN = r".*CSS: .(anchor|position)-[a-z-]+.: Property .* doesn.t exist.*"
SITES = ["report", "minimal", "full", "long"]


def pages(built: Path, site: str) -> list[str]:
    """The pages of a site."""
    return [str(path) for path in sorted((built / site).rglob("*.html"))]


def run(*command: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run a tool."""
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)


@pytest.mark.parametrize("site", SITES)
def test_html_validate_finds_nothing(built: Path, site: str) -> None:
    tool, config = TOOLS / ".bin/html-validate", HERE / "html-validate.json"
    done = run(tool, "--config", config, "--formatter", "text", *pages(built, site))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("site", SITES)
def test_the_nu_html_checker_finds_nothing(built: Path, site: str) -> None:
    jar = TOOLS / "vnu-jar/build/dist/vnu.jar"
    done = run(
        "java", "-jar", jar, "--errors-only", "--filterpattern", UNKNOWN, "--format", "text", *pages(built, site)
    )
    assert done.returncode == 0, done.stderr
