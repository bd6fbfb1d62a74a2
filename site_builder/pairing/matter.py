"""What aligning two sequences needs to know of their words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from site_builder.lexicons import folding
from site_builder.pairing import tokens
from site_builder.pairing.lattice import Floats
from site_builder.pairing.tokens import Tokens
from site_builder.pairing.translation import by_dictionary, by_look, by_sound

_OFTEN = 20  # enough to outweigh all other words of a paragraph


@dataclass(frozen=True, slots=True)
class Matter:
    """Texts and tokens of the units of both sides, and which tokens translate each other, with weights.

    `compared` are the tokens that count when units are compared: all where there is a dictionary. `vectors` has a
    vector a unit, where they are used.
    """

    source_texts: Sequence[str]
    target_texts: Sequence[str]
    source: Sequence[Tokens]
    target: Sequence[Tokens]
    weights: Mapping[tuple[str, str], float]
    dictionary: bool
    compared: tuple[Sequence[Tokens], Sequence[Tokens]]
    vectors: tuple[Floats, Floats] | None = None

    def knowing(self, more: Mapping[tuple[str, str], float]) -> "Matter":
        """The same with more weight for some pairs of tokens."""
        weights = dict(self.weights)
        for pair, weight in more.items():
            weights[pair] = weights.get(pair, 0.0) + weight
        return replace(self, weights=weights, compared=_compared(self.source, self.target, weights, self.dictionary))

    def linked(self, links: Sequence[tuple[int, int]]) -> "Matter":
        """The same with a word of their own, said often, for any two units that a link joins."""
        source, target = list(self.source), list(self.target)
        for number, (i, j) in enumerate(links):
            source[i], target[j] = [*source[i], *[f"§{number}"] * _OFTEN], [*target[j], *[f"§{number}"] * _OFTEN]
        own = {(f"§{number}", f"§{number}"): 1.0 for number in range(len(links))}
        return replace(self, source=source, target=target).knowing(own)


def matter(source: Sequence[str], target: Sequence[str], languages: tuple[str, str]) -> Matter:
    """The words of Chinese and English by a dictionary, of other languages by how they look."""
    weights: Mapping[tuple[str, str], float]
    dictionary = [tag.partition("-")[0].lower() for tag in languages] == ["zh", "en"]
    if dictionary:
        one, two = list(map(tokens.chinese, source)), list(map(tokens.english, target))
        names = by_sound([text.translate(folding()) for text in source], one, target)
        weights = {**names, **by_dictionary(one, two)}
    else:
        one, two = list(map(tokens.any_language, source)), list(map(tokens.any_language, target))
        weights = by_look(one, two)
    return Matter(source, target, one, two, weights, dictionary, _compared(one, two, weights, dictionary))


def _compared(
    source: Sequence[Tokens], target: Sequence[Tokens], weights: Mapping[tuple[str, str], float], dictionary: bool
) -> tuple[Sequence[Tokens], Sequence[Tokens]]:
    if dictionary:
        return source, target
    return _explained(source, {token for token, _ in weights}), _explained(target, {token for _, token in weights})


def _explained(units: Sequence[Tokens], known: set[str]) -> list[Tokens]:
    """Only the words that have a partner on the other side: where most have none, they would drown the others."""
    return [[token for token in unit if token in known] for unit in units]
