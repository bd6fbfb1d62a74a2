"""What people can use is written down in README.md."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import click
import pytest

from site_builder import discovery
from site_builder.cli import main
from site_builder.config import Config, View

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = main.commands
EVERYWHERE = {"--help", "--version"}


@pytest.mark.parametrize("folder", ["sources", "checks", "outputs"])
def test_every_member_is_named(folder: str) -> None:
    missing = [name for name in discovery.names(f"site_builder.{folder}") if not _named(name)]
    assert not missing


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_named(command: str) -> None:
    assert f"build.py {command}" in README or f"build.py [{command}]" in README
    options = {
        option
        for parameter in COMMANDS[command].params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
        if option.startswith("--")
    }
    missing = {option for option in options - EVERYWHERE if not re.search(rf"{option}\b", README)}
    assert not missing


@pytest.mark.parametrize("record", [Config, View])
def test_every_setting_is_named(record: type) -> None:
    names = [field.name for field in fields(record)]
    missing = [name for name in names if not re.search(rf"(?m)^\[?{name}\b", README)]
    assert not missing


def test_what_an_address_can_ask_for_is_named() -> None:
    script = (ROOT / "themes/reader/js/first-paint.js").read_text(encoding="utf-8")
    table = re.search(r"IN_ADDRESS = \{(.*?)\}", script)
    assert table
    names = [*re.findall(r"(\w+):", table[1]), "show"]
    missing = [name for name in names if not re.search(rf"[?&`]{name}=", README)]
    assert not missing


def test_the_settings_in_the_example_are_good(tmp_path: Path) -> None:
    from site_builder.site_toml import parse

    example = re.search(r"```toml\n(.*?)```", README, re.DOTALL)
    assert example
    parse(example[1])
    assert set(tomllib.loads(example[1])) <= {field.name for field in fields(Config)}


def test_every_picture_and_file_that_is_linked_is_there() -> None:
    linked = re.findall(r"\]\((?!https?:)([^)#]+)", re.sub(r"```.*?```|`[^`]*`", "", README, flags=re.DOTALL))
    missing = [path for path in linked if not (ROOT / path).exists()]
    assert not missing


def _named(name: str) -> bool:
    return any(f"`{spelt}`" in README for spelt in (name, name.replace("_", "-")))
