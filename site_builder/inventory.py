"""What there is of each kind of sibling, for `list`."""

from collections.abc import Iterator, Mapping

from site_builder import discovery
from site_builder.checks import Check
from site_builder.languages import Language
from site_builder.outputs import Output
from site_builder.rendering.endonyms import endonym
from site_builder.sources import SourceForm


def inventory() -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each kind, with the summary of every member by its name."""
    sources = discovery.declared("site_builder.sources", "SOURCE", SourceForm)
    yield "input forms", {name: record.summary for name, record in sources.items()}
    languages = discovery.declared("site_builder.languages", "LANGUAGE", Language)
    yield "languages", {name: endonym(name) for name in languages if name != "other"} | {"other": "any other language"}
    checks = discovery.declared("site_builder.checks", "CHECK", Check)
    yield "checks", {name: record.summary for name, record in checks.items()}
    outputs = discovery.declared("site_builder.outputs", "OUTPUT", Output)
    yield "outputs", {name: record.summary for name, record in outputs.items()}
