"""The works that learners are told from, by the languages that they learn."""

from collections.abc import Iterable, Iterator

from site_builder.annotating import Credit
from site_builder.config import Learning
from site_builder.languages import language


def credits(tags: Iterable[str], learning: Learning) -> Iterator[Credit]:
    """The works that the layers which site.toml asks for are made from, some of them more than once."""
    makers = dict.fromkeys(maker for tag in tags if (maker := language(tag).annotator))
    for maker in makers if learning.layers else ():
        for layer in learning.layers:
            yield from maker().credits.get(layer, ())
