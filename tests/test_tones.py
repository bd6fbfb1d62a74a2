"""The colours of tones can be read on every paper and told apart by everybody, as tones.css promises."""

import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

CSS = Path(__file__).parents[1] / "themes/reader/css"
SETS = ("hues", "rainbow", "shades")
PAPERS = ("light", "sepia", "dark")
LEAST_CONTRAST = 4.5
LEAST_DISTANCE = 0.07  # in OKLab, where 0.02 is just noticed
# Sight without one of the three kinds of cones: Machado, Oliveira and Fernandes 2009, severity 1, in linear light.
SIGHTS = {
    "all cones": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "no long": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "no middle": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "no short": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


def linear(colour: str) -> np.ndarray:
    """The light of a colour written #rrggbb."""
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """As WCAG 2 has it."""
    low, high = sorted(float(linear(colour) @ [0.2126, 0.7152, 0.0722]) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def oklab(light: np.ndarray) -> np.ndarray:
    """Light as eyes weigh it: OKLab, Ottosson 2020."""
    cones = [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
    seen = [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
    return np.asarray(np.array(seen) @ np.cbrt(np.clip(np.array(cones) @ light, 0, None)))


def tones(name: str, paper: str) -> list[str]:
    """The five colours of a set on a paper."""
    text = (CSS / "tones.css").read_text(encoding="utf-8")
    sepia = '[data-appearance="sepia"]' if paper == "sepia" else ""
    rule = re.search(rf'data-tones="{name}"]{re.escape(sepia)} \.letter \{{(.*?)\}}', text, re.DOTALL)
    assert rule
    if paper == "sepia":
        return re.findall(r"#\w{6}", rule[1])
    pairs = re.findall(r"light-dark\((#\w{6}), (#\w{6})\)", rule[1])
    return [pair[paper == "dark"] for pair in pairs]


def grounds(paper: str) -> list[str]:
    """What the text may stand on: paper, panels, and what is lit."""
    text = (CSS / "tokens.css").read_text(encoding="utf-8")
    selector = ":root {" if paper == "light" else f':root[data-appearance="{paper}"] {{'
    rule = text[text.index(selector) :].partition("}")[0]
    return [found[1] for name in ("paper", "panel", "lit") if (found := re.search(rf"--{name}: (#\w{{6}})", rule))]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", SETS)
def test_a_tone_can_be_read(name: str, paper: str) -> None:
    colours, papers = tones(name, paper), grounds(paper)
    assert (len(colours), len(papers)) == (5, 3)
    weak = {(colour, on): contrast(colour, on) for colour in colours for on in papers}
    assert {pair: found for pair, found in weak.items() if found < LEAST_CONTRAST} == {}


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", SETS)
def test_tones_can_be_told_apart(name: str, paper: str, sight: str) -> None:
    seen = {tone: oklab(np.clip(np.array(SIGHTS[sight]) @ linear(tone), 0, 1)) for tone in tones(name, paper)}
    near = {pair: float(np.linalg.norm(seen[pair[0]] - seen[pair[1]])) for pair in combinations(seen, 2)}
    assert {pair: distance for pair, distance in near.items() if distance < LEAST_DISTANCE} == {}
