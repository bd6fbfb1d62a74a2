"""What aligning two sequences needs to know of their words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from site_builder.lexicons import folding
from site_builder.pairing import tokens
from site_builder.pairing.tokens import Tokens
from site_builder.pairing.translation import by_dictionary, by_look, by_sound


@dataclass(frozen=True, slots=True)
class Matter:
    """Texts and tokens of the units of both sides, and which tokens translate each other, with weights."""

    source_texts: Sequence[str]
    target_texts: Sequence[str]
    source: Sequence[Tokens]
    target: Sequence[Tokens]
    weights: Mapping[tuple[str, str], float]

    def knowing(self, more: Mapping[tuple[str, str], float]) -> "Matter":
        """The same with more weight for some pairs of tokens."""
        weights = dict(self.weights)
        for pair, weight in more.items():
            weights[pair] = weights.get(pair, 0.0) + weight
        return replace(self, weights=weights)


def matter(source: Sequence[str], target: Sequence[str], languages: tuple[str, str]) -> Matter:
    """The words of Chinese and English by a dictionary, of other languages by how they look."""
    codes = tuple(tag.partition("-")[0].lower() for tag in languages)
    if codes == ("zh", "en"):
        chinese, english = list(map(tokens.chinese, source)), list(map(tokens.english, target))
        simplified = [text.translate(folding()) for text in source]
        names = by_sound(simplified, chinese, target)
        return Matter(source, target, chinese, english, {**names, **by_dictionary(chinese, english)})
    one, two = (list(map(_reader(code), texts)) for code, texts in zip(codes, (source, target), strict=True))
    return Matter(source, target, one, two, by_look(one, two))


def _reader(_: str) -> Callable[[str], Tokens]:
    return tokens.any_language
