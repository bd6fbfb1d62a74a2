"""The numbers in a text as values, so that 3200億 meets 320 billion and 二是 meets Second."""

import re
from collections.abc import Iterator, Sequence

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_UNITS = {"十": 10.0, "百": 100.0, "千": 1e3, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8}
_HAN_NUMBER = "[零〇一二三四五六七八九十百千万萬亿億两兩]"
# A lone 一 … 九 counts only where it numbers or measures something: 第二, 二是, 三個, 5月.
_CHINESE = re.compile(
    rf"(?P<arabic>\d[\d,]*(?:\.\d+)?)(?P<unit>[十百千万萬亿億]*)"
    rf"|(?P<whole>{_HAN_NUMBER}+)分之(?P<part>{_HAN_NUMBER}+)"
    rf"|(?P<half>一半|半数|半數)"
    rf"|(?P<han>{_HAN_NUMBER}{{2,}}|(?<=第)[一二三四五六七八九十]|十|[一二三四五六七八九](?=是|、|要)"
    rf"|[二三四五六七八九两兩](?=[个個项項年月日倍次名家位条條种種人座所大支])|(?<=翻)[一两兩](?=番))(?P<fold>番)?"
)

_SMALL = {
    word: float(value)
    for value, words in enumerate(
        "zero|one|two second|three third|four fourth|five fifth|six sixth|seven seventh|eight eighth|nine ninth|ten tenth"
        "|eleven eleventh|twelve twelfth|thirteen|fourteen|fifteen fifteenth|sixteen sixteenth|seventeen|eighteen|nineteen"
        "|twenty twentieth".split("|")
    )
    for word in words.split()
} | {word: 10.0 * ten for ten, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
_SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_MONTHS = "january february march april may june july august september october november december".split()
_WORDS = (
    {"half": 0.5, "first": 1.0, "firstly": 1.0, "secondly": 2.0, "thirdly": 3.0}
    | {"double": 2.0, "doubled": 2.0, "twice": 2.0, "triple": 3.0, "tripled": 3.0, "quadrupled": 4.0}
    | {month: float(number) for number, month in enumerate(_MONTHS, 1) if month != "may"}
)


def chinese(text: str) -> list[float]:
    """The values of the numbers in a Chinese text, percentages as their number."""
    return [_chinese_value(match) for match in _CHINESE.finditer(text)]


def english(words: Sequence[str]) -> list[float]:
    """The values of the numbers among the words of an English text, in lower case, digits as they stand (1,200.5)."""
    return list(_english_values(words))


def _chinese_value(match: re.Match[str]) -> float:
    if arabic := match["arabic"]:
        value = float(arabic.replace(",", ""))
        for unit in match["unit"]:
            value *= _UNITS[unit]
        return value
    if match["half"]:
        return 0.5
    if match["whole"]:
        part, whole = _han_value(match["part"]), _han_value(match["whole"])
        return part if match["whole"] == "百" or not whole else part / whole
    value = _han_value(match["han"])
    return 2.0**value if match["fold"] else value


def _han_value(numeral: str) -> float:
    """二十三 → 23, 三千二百億 → 3200 × 10⁸, 二〇二四 → 2024."""
    if len(numeral) > 1 and all(character in _DIGITS for character in numeral):
        return float("".join(str(_DIGITS[character]) for character in numeral))
    total = section = digit = 0.0
    for character in numeral:
        if character in _DIGITS:
            digit = float(_DIGITS[character])
        elif (unit := _UNITS[character]) < 1e4:
            section, digit = section + (digit or 1.0) * unit, 0.0
        else:
            total, section, digit = (total + section + digit or 1.0) * unit, 0.0, 0.0
    return total + section + digit


def _english_values(words: Sequence[str]) -> Iterator[float]:
    total, current = 0.0, None  # thirty-two thousand and five: 32000 and 5 when all is read
    for word in words:
        digits = word.rstrip("sthnrd").replace(",", "") if word[0].isdigit() else ""
        value = float(digits) if digits[-1:].isdigit() else _SMALL.get(word)
        if value is not None and (digits or not _continues(total, current, value)):
            if current is not None:
                yield total + current
            total, current = 0.0, value
        elif value is not None:
            current = value + (current or 0.0)
        elif word in _SCALES and current is not None:
            scale = _SCALES[word]
            total, current = (total, current * scale) if scale == 100.0 else (total + current * scale, 0.0)
        elif word != "and":
            if current is not None:
                yield total + current
            total, current = 0.0, None
            if word in _WORDS:
                yield _WORDS[word]
    if current is not None:
        yield total + current


def _continues(total: float, current: float | None, value: float) -> bool:
    """Whether a small number goes on with the one before it: twenty-three, two hundred and five, two thousand five."""
    if not current:
        return current is None or total > 0.0
    if current % 100.0 == 0.0:
        return value < 100.0
    return current % 100.0 >= 20.0 and current % 10.0 == 0.0 and 0.0 < value < 10.0
