"""The theme's style sheets, scripts and icon."""

from collections.abc import Iterator

from site_builder.outputs import Artifact, Output
from site_builder.site import Site


def _make(site: Site) -> Iterator[Artifact]:
    return (Artifact(path, data) for path, data in site.theme.data.items())


OUTPUT = Output("the theme's style sheets, scripts and icon", for_site=_make)
