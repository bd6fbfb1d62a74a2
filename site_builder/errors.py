"""Errors that mean "cannot go on".

    SiteBuilderError
    ├── ConfigError     site.toml cannot be used
    ├── SourceError     a text cannot be read at all
    ├── ThemeError      a template or asset is missing or broken
    └── OutputError     the output folder cannot be written, or is not ours

A flaw in the author's text is never one of these: it is a `Problem` (see problems.py), and the build goes on.
"""

from site_builder.problems import Problem


class SiteBuilderError(Exception):
    """Carries the problems that say what is wrong, where, and what to do next."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


class ConfigError(SiteBuilderError):
    """site.toml cannot be used."""


class SourceError(SiteBuilderError):
    """A text cannot be read at all."""


class ThemeError(SiteBuilderError):
    """A template or asset is missing or broken."""


class OutputError(SiteBuilderError):
    """The output folder cannot be written, or was not made by us."""
