"""The command line: arguments to calls, reports to lines. Exit 0 is good, 1 problems or failure, 2 wrong usage."""

import gc
import os
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from site_builder.console import Bar, print_json, print_problems, say
from site_builder.errors import SiteBuilderError
from site_builder.inputs import Options
from site_builder.problems import Severity
from site_builder.report import counted, counts, fault, summary_line

T = TypeVar("T")


class _BuildFirst(click.Group):
    """Without the name of a command, the arguments are those of `build`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "-h", "--version")):
            # A first word that is no option is a mistyped command, and click says so.
            args = ["build", *args] if not args or args[0].startswith("-") else args
        return super().parse_args(ctx, args)


def _options(*options: Callable[..., Any]) -> Callable[..., Any]:
    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def _base_url(_: click.Context, __: click.Parameter, value: str) -> str:
    if not value:
        return ""
    from site_builder.site_toml import address

    found = address(value)
    if found is None:
        raise click.BadParameter(f"{value!r} is no web address such as https://example.org/reader/")
    return found


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    """The version that is installed, or that of the checkout."""
    if not wanted:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        found = version("bilingual-reader")
    except PackageNotFoundError:
        import tomllib
        from pathlib import Path

        project = Path(__file__).parent.parent / "pyproject.toml"
        found = tomllib.loads(project.read_text("utf-8"))["project"]["version"]
    say(f"bilingual-reader {found}")
    context.exit()


_content = click.option("--content", metavar="DIR", default="content", show_default=True, help="The texts.")
_output = click.option("--output", metavar="DIR", default="site", show_default=True, help="The site.")
_strict = click.option("--strict", is_flag=True, help="Warnings stop the build, too.")
_jobs = click.option("--jobs", metavar="N", type=click.IntRange(1), default=1, show_default=True, help="Processes.")
_address = click.option("--base-url", metavar="URL", default="", callback=_base_url, help="Where the site will live.")
_no_cache = click.option("--no-cache", is_flag=True, help="Make everything again; remember nothing.")
_quiet = click.option("--quiet", is_flag=True, help="Say nothing but what is wrong.")


@click.group(cls=_BuildFirst, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Tell the version.")
def main() -> None:
    """Turn bilingual texts into a site where every sentence stands beside its translation.

    Without a command: build.
    """


@main.command()
@_options(_content, _output, _strict, _jobs, _address, _no_cache, _quiet)
def build(content: str, output: str, strict: bool, jobs: int, base_url: str, no_cache: bool, quiet: bool) -> None:
    """Build the site."""
    from site_builder.pipeline import build as build_site

    # Documents hold no circles, so looking for circles again and again among thousands of lines is lost time.
    gc.set_threshold(50_000, 20, 20)
    options = Options(content, output, strict, jobs, base_url, not no_cache)
    with Bar(quiet) as bar:
        report = _told(lambda: build_site(options, progress=bar.show))
    print_problems(problem for problem in report.problems if problem.severity > Severity.INFO)
    if not report.published:
        print(f"nothing was published: {output} is as it was", file=sys.stderr)
        sys.exit(1)
    if not quiet:
        say(summary_line(report))


@main.command()
@_options(_content, _output, _jobs, _no_cache)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def check(content: str, output: str, jobs: int, no_cache: bool, form: str) -> None:
    """Say what is wrong in the texts; write nothing."""
    from site_builder.pipeline import check as check_texts

    options = Options(content, output, jobs=jobs, remember=not no_cache)
    report = _told(lambda: check_texts(options), form)
    if form == "json":
        print_json(report.problems)
    else:
        print_problems(report.problems, sys.stdout)
        say(f"{counted(report.totals.documents, 'document')}: {counts(report.problems) or 'nothing to mend'}")
    sys.exit(1 if any(problem.severity > Severity.INFO for problem in report.problems) else 0)


@main.command()
@_options(_content, _output, _address)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--open", "open_", is_flag=True, help="Open the site in the browser.")
def serve(content: str, output: str, base_url: str, port: int, open_: bool) -> None:
    """Show the site on this computer, and build it again whenever a text changes."""
    from site_builder.serve import serve as serve_site

    _told(lambda: serve_site(Options(content, output, base_url=base_url), port, open_))


@main.command()
@click.argument("first", metavar="A", type=click.Path(exists=True, dir_okay=False))
@click.argument("second", metavar="B", type=click.Path(exists=True, dir_okay=False))
@click.option("-o", "--output", metavar="FILE", default="", help="The file to write; - for standard output.")
@click.option("--lines", is_flag=True, help="Each line is a unit that is cut already; write numbers of lines.")
@click.option("--languages", metavar="TAGS", default="", help="The languages of A and B: zh,en.")
@click.option("--review", is_flag=True, help="List what is least certain, the worst first.")
@click.option("--vectors", is_flag=True, help="Use vectors of sentences, where that extra is installed.")
@_options(_quiet)
def align(
    first: str, second: str, output: str, lines: bool, languages: str, review: bool, vectors: bool, quiet: bool
) -> None:
    """Pair two texts into one file that can be corrected.

    The file is a table of segments, NAME.align.tsv beside NAME.zh.md and NAME.en.md: move texts between its rows, or
    set their status to checked or locked; the build keeps what you made of it. A file that is there already is kept in
    what people did to it.
    """
    if not output and not review:
        raise click.UsageError("say where to write: -o FILE, or --review to see what is least certain")
    if languages.count(",") > 1 or (languages and not all(part.strip() for part in languages.split(","))):
        raise click.BadParameter(f"{languages!r} names no two languages such as zh,en", param_hint="--languages")
    from site_builder.aligning import aligned_on_disk

    tags = tuple(part.strip() for part in languages.split(",")) if languages else ()
    with Bar(quiet, few=0) as bar:
        found = _told(lambda: aligned_on_disk((first, second), output, tags, lines, vectors, bar.show))
    print_problems(problem for problem in found.problems if problem.severity > Severity.INFO)
    if output == "-":
        sys.stdout.write(found.text)
    elif not quiet and output:
        sure = sum(row.confidence >= 0.9 for row in found.rows)
        say(f"{output}: {counted(len(found.rows), 'segment')}, {sure} of them with a confidence of 0.9 or more")
    if review:
        for row in found.doubtful():
            say(f"{row.confidence:.3f}  {row.id}  {'  |  '.join(text.strip() or '-' for text in row.texts)}")


@main.command()
@click.argument("document", metavar="DOCUMENT")
@_options(_content, _address)
@click.option("--words", metavar="FILE", type=click.Path(exists=True, dir_okay=False), help="Only the words in it.")
@click.option("--segments", metavar="FILE", type=click.Path(exists=True, dir_okay=False), help="Only these sentences.")
@click.option("-o", "--output", metavar="FILE", required=True, help="deck.apkg for Anki, or cards.tsv.")
@_options(_quiet)
def cards(
    document: str, content: str, base_url: str, words: str | None, segments: str | None, output: str, quiet: bool
) -> None:
    """Make flash cards of a document for Anki: of all of it, or of chosen words and sentences.

    FILE has a word a line, in either script, or the id of a segment, pair or passage: p3-1, p3, p3-1:p4-2. Without
    --words and --segments all cards are made, with one of them no others.
    """
    if not output.endswith((".apkg", ".tsv")):
        raise click.BadParameter(f"{output!r} is neither .apkg nor .tsv", param_hint="--output")
    from site_builder.choosing import cards_on_disk

    made = _told(lambda: cards_on_disk(Options(content, base_url=base_url), document, words, segments, output))
    print_problems(made.problems)
    if not quiet:
        counts = (counted(sum(card.kind == kind for card in made.cards), kind) for kind in ("word", "sentence"))
        say(f"{output}: {', '.join(counts)}")


@main.command("list")
def list_() -> None:
    """Name the input forms, languages, checks and outputs there are."""
    from site_builder.inventory import inventory

    for heading, members in inventory():
        say(heading)
        width = max((len(name) for name in members), default=0)
        for name, summary in members.items():
            say(f"  {name:{width}}  {summary}".rstrip())


def _told(work: Callable[[], T], form: str = "text") -> T:
    """What `work` gives; what it cannot go on from is printed, and ends the program."""
    try:
        return work()
    except SiteBuilderError as error:
        if form == "json":
            print_json(error.problems)
        else:
            print_problems(error.problems)
    except Exception as error:
        if os.environ.get("BILINGUAL_READER_TRACEBACK"):  # for those who work on the builder
            raise
        print_problems([fault(error, "bilingual-reader")])
    sys.exit(1)
