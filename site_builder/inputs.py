"""What a build is asked to do, and all that it reads: the configuration, and the stamps of texts and theme."""

import os
from dataclasses import dataclass, replace

from site_builder.config import Config
from site_builder.errors import ConfigError
from site_builder.files import Listing, content_listing, read, theme_listing
from site_builder.problems import Place, Problem, Severity


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for. `base_url` wins over site.toml; without `remember` nothing is taken from or left
    for other builds; with `hashed`, names of assets carry their hash."""

    content: str = "content"
    output: str = "site"
    strict: bool = False
    jobs: int = 1
    base_url: str = ""
    remember: bool = True
    hashed: bool = True

    @property
    def project(self) -> str:
        """The folder that may hold `themes/`: the one that holds the content folder."""
        return os.path.dirname(os.path.abspath(self.content))


@dataclass(frozen=True, slots=True)
class Inputs:
    """The configuration, and every file with its stamp: those of the content folder, and those of the theme by where
    they lie."""

    config: Config
    content: Listing
    theme: Listing

    def stamps(self) -> dict[str, tuple[int, int]]:
        """All of them in one listing."""
        return {**self.content, **self.theme}


def read_inputs(options: Options) -> Inputs:
    """Look at all there is to read. SourceError without a content folder, ConfigError for a faulty site.toml."""
    content = content_listing(options.content)
    config = _config(options) if "site.toml" in content else Config()
    if options.base_url:
        config = replace(config, base_url=options.base_url)
    return Inputs(config, content, theme_listing(config.theme, options.project))


def _config(options: Options) -> Config:
    from site_builder.site_toml import parse

    path = f"{options.content}/site.toml"
    try:
        text = read(options.content, "site.toml").decode("utf-8-sig")
    except UnicodeDecodeError as error:
        hint = "save it as UTF-8"
        raise ConfigError(Problem("broken-toml", f"not UTF-8: {error}", Place(path), Severity.ERROR, hint)) from error
    return parse(text, path)
