"""The house holds: who may import whom, how large a room may be, who touches the disk. DESIGN.md §4 has the plan."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from site_builder import discovery
from site_builder.checks import Check
from site_builder.cues import CueForm
from site_builder.languages import Language
from site_builder.outputs import Output
from site_builder.sources import SourceForm

ROOT = Path(__file__).parent.parent
PACKAGE = "site_builder"

# A room, the modules in it, and the rooms it may import besides itself. A new module has to be given its room here.
ROOMS = {
    "things": ("values problems errors model draft config discovery ids overrides", ""),
    "tables": ("lexicons glossaries pronunciation wordnet scripts schemes language_tags edition_names", "things"),
    "table makers": ("data", "things tables languages pairing"),  # run by hand, imported by nobody
    "annotators": ("annotating chinese english", "things tables"),
    "languages": ("languages sentences quotation_marks", "things tables annotators"),
    "drafting": (
        "decoding encodings xml_reading front_matter text_files note_marks plain markup markdown_pieces "
        "simple_markdown markdown_parser drafting hypertext keyed_texts keyed_templates keyed_works editions_xml "
        "linked_texts linked_editions",
        "things tables languages",
    ),
    "interchange": ("interchange", "things tables"),
    "sounds": ("cues recordings narrating sound_length", "things tables drafting"),
    "sources": ("sources", "things tables languages drafting interchange"),
    "pairing": ("pairing", "things tables languages interchange"),
    "enrichments": ("enrichments", "things tables annotators languages"),
    "learners": ("vocabulary studying crediting", "things annotators languages"),
    "checks": ("checks", "things tables languages"),
    "paging": ("paging", "things"),
    "rendering": ("rendering site", "things languages learners paging"),
    "linking": ("linking", "things tables rendering"),
    "indexing": ("indexing", "things tables"),
    "decks": ("decks", "things annotators languages learners rendering"),
    "gathering": ("gathering", "things languages paging rendering indexing"),
    "onefile": ("onefile", "things languages learners paging rendering linking indexing gathering"),
    "ebook": ("ebook", "things tables languages paging rendering linking interchange"),
    "paper": ("paper", "things tables languages paging rendering linking interchange ebook"),
    "outputs": (
        "outputs",
        "things tables annotators languages learners decks paging rendering linking interchange indexing gathering "
        "onefile ebook paper",
    ),
    "run": (
        "files output_folder compressing cache inputs site_toml grouping cards task composing making crew pinpoint "
        "aligning pipeline report console inventory showing reviewing preview serve choosing cli",
        "things tables languages drafting interchange sources sounds pairing enrichments checks paging rendering "
        "linking learners decks paper outputs",
    ),
}

# Folders of siblings: each member declares one record and never looks at another member.
SIBLINGS = {
    "languages": ("LANGUAGE", Language),
    "sources": ("SOURCE", SourceForm),
    "checks": ("CHECK", Check),
    "cues": ("CUES", CueForm),
    "outputs": ("OUTPUT", Output),
    "enrichments": (None, None),  # their order is a table, see enrichments/__init__.py
}

# The only modules that touch the disk; discovery, lexicons and those in the last line read what comes with the
# package, or make it.
DISK = {"files", "output_folder", "cache", "serve", "preview", "cli", "discovery", "lexicons", "glossaries"}
DISK |= {"pronunciation", "wordnet"}
DISK |= {"reviewing.desk", "reviewing.web", "indexing.memory"}
DISK |= {"decks.anki"}  # SQLite, in memory
DISK |= {"data.compile_variants", "data.compile_lexicon", "data.compile_translations", "data.compile_glossary"}
DISK |= {"data.compile_pinyin"}

FILE_LINES, FUNCTION_LINES = 300, 50


def rooms() -> list[Path]:
    """The files that people read, the work of others aside."""
    kinds = {"site_builder": "py js css html", "themes": "js css html", "tests": "py mjs"}
    globs = (f"{folder}/**/*.{ending}" for folder, endings in kinds.items() for ending in endings.split())
    found = (path for each in globs for path in ROOT.glob(each))
    return sorted(path for path in found if not {"vendor", "node_modules"} & set(path.parts))


def test_every_module_has_a_room() -> None:
    homeless = {module for module in modules() if module and room(module) is None}
    assert not homeless, f"give these a room in ROOMS: {sorted(homeless)}"


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_imports_only_the_rooms_it_may(name: str) -> None:
    allowed = {name, *ROOMS[name][1].split()}
    breaches = [
        f"{module} imports {imported}"
        for module in modules()
        if room(module) == name
        for imported in imports(module)
        if imported and room(imported) not in allowed
    ]
    assert not breaches


def test_the_model_imports_problems_and_values_only() -> None:
    assert imports("model") == {"problems", "values"}


@pytest.mark.parametrize("folder", SIBLINGS)
def test_siblings_never_import_each_other(folder: str) -> None:
    breaches = [
        f"{module} imports {imported}"
        for module in modules()
        if module.startswith(f"{folder}.")
        for imported in imports(module)
        if imported.startswith(f"{folder}.")
    ]
    assert not breaches


@pytest.mark.parametrize("folder", [folder for folder, (record, _) in SIBLINGS.items() if record])
def test_every_sibling_declares_its_record(folder: str) -> None:
    constant, kind = SIBLINGS[folder]
    if folder == "languages":
        from site_builder.languages.other import of

        assert isinstance(of("it"), Language)
    discovery.declared(f"{PACKAGE}.{folder}", constant, kind)


def test_imports_go_round_in_no_circle() -> None:
    done: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, " → ".join((*path[path.index(module) :], module))
        if module not in done:
            for imported in imports(module):
                visit(imported, (*path, module))
            done.add(module)

    for module in modules():
        visit(module, ())


def test_only_the_rim_touches_the_disk() -> None:
    breaches = [f"{module}: {use}" for module in modules() if module not in DISK for use in disk_uses(tree(module))]
    assert not breaches


def test_the_disk_is_noticed() -> None:
    code = (
        "import shutil, os\nfrom pathlib import Path\nopen('x')\nos.remove('x')\nos.path.exists('x')\nos.path.join('x')"
    )
    assert len(list(disk_uses(ast.parse(code)))) == 5


@pytest.mark.parametrize("path", [pytest.param(path, id=path.relative_to(ROOT).as_posix()) for path in rooms()])
def test_rooms_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= FILE_LINES
    if path.suffix == ".py":
        long = [f"{name}: {lines} lines" for name, lines in functions(ast.parse(text)) if lines > FUNCTION_LINES]
        assert not long


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    home = re.compile(r"(?<![\w./])/(?:home|root|work|Users)/\w|[A-Z]:\\\\?Users")
    registry = re.compile(r'"resolved": |registry\.\w+\.|pypi\.org/simple')
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path, text in texts("site_builder", "themes", "tests", ".ci", "content")
        if path != Path(__file__)
        for match in (*home.finditer(text), *registry.finditer(text))
    ]
    assert not found


def test_the_theme_names_no_other_host() -> None:
    address = re.compile(r"https?://([\w.-]+)")
    ours = (text for path, text in texts("themes") if "vendor" not in path.parts)
    hosts = {match[1] for text in ours for match in address.finditer(text)}
    assert hosts <= {"www.w3.org"}  # the namespace of SVG, which nobody fetches


# How the above look things up.


@cache
def modules() -> dict[str, Path]:
    """Every module by its name without the package's; "" is the package itself."""
    folder = ROOT / PACKAGE
    names = {path: ".".join(path.relative_to(folder).with_suffix("").parts) for path in folder.rglob("*.py")}
    return {re.sub(r"\.?__init__$", "", name): path for path, name in sorted(names.items())}


@cache
def tree(module: str) -> ast.Module:
    """The module parsed."""
    return ast.parse(modules()[module].read_text(encoding="utf-8"))


@cache
def imports(module: str) -> set[str]:
    """The modules of ours that a module imports, also those inside its functions; discovery's own are not seen."""
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == PACKAGE:
            home = (node.module or "").removeprefix(PACKAGE).removeprefix(".")
            for alias in node.names:
                inner = f"{home}.{alias.name}".removeprefix(".")
                found.add(inner if inner in modules() else home)
        elif isinstance(node, ast.Import):
            ours = (alias.name for alias in node.names if alias.name.startswith(PACKAGE))
            found |= {name.removeprefix(PACKAGE).removeprefix(".") for name in ours}
    return found - {module}


def room(module: str) -> str | None:
    """The room that a module is in."""
    top = module.partition(".")[0]
    return next((name for name, (members, _) in ROOMS.items() if top in members.split()), None)


_FORBIDDEN = {"shutil", "tempfile", "subprocess", "socket", "sqlite3", "fcntl", "http", "urllib.request"}
_PURE = {"path", "environ", "sep", "fspath", "cpu_count", "process_cpu_count", "sched_getaffinity", "getpid"}
_PURE_PATHS = {"join", "basename", "dirname", "abspath", "splitext", "relpath", "normpath", "commonpath"}


def disk_uses(module: ast.Module) -> Iterator[str]:
    """What in a module reaches outside: imports made for it, and calls of `open` or `os`."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in _FORBIDDEN)
        elif isinstance(node, ast.ImportFrom) and node.module:
            named = {alias.name for alias in node.names}
            if node.module in _FORBIDDEN or (node.module == "pathlib" and "Path" in named):
                yield f"from {node.module} import {', '.join(named)}"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
            yield "open()"
        elif isinstance(node, ast.Attribute):
            owner = ast.unparse(node.value)
            if (owner == "os" and node.attr not in _PURE) or (owner == "os.path" and node.attr not in _PURE_PATHS):
                yield f"{owner}.{node.attr}"


def functions(module: ast.Module) -> Iterator[tuple[str, int]]:
    """Every function with its number of lines."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            yield node.name, node.end_lineno - node.lineno + 1


def texts(*folders: str) -> Iterator[tuple[Path, str]]:
    """The project's own texts, tables aside."""
    kinds = {".py", ".toml", ".json", ".md", ".mjs", ".js", ".css", ".html", ".svg", ".yml", ""}
    skipped = {"node_modules", "__pycache__", ".git", ".venv", "site", "dist"}
    for folder in folders:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.suffix in kinds and not skipped & set(path.relative_to(ROOT).parts):
                yield path, path.read_text(encoding="utf-8", errors="replace")
