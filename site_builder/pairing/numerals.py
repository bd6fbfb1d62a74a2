"""The numbers in a text as values, so that 3200億 meets 320 billion and 二是 meets Second."""

import re
from collections.abc import Iterator, Sequence

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_UNITS = {"十": 10.0, "百": 100.0, "千": 1e3, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8}
_HAN = "".join(_DIGITS) + "".join(_UNITS)
_CHINESE = re.compile(
    rf"(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<units>[{_HAN}]*)|(?P<han>[{_HAN}]+)(?:(?P<over>分之)(?P<part>[{_HAN}]+))?"
)
# A lone 一 … 九 counts only where it numbers or measures something: 第二, 二是, 三個, 5月, 翻一番.
_BEFORE_ONE, _AFTER_ONE = frozenset("第翻"), frozenset("是要、半番")
_MEASURES = frozenset("个個项項年月日倍次名家位条條种種人座所支")
_CHINESE_COUNTING = frozenset(f"0123456789{_HAN}")

_NUMBER_WORDS = """
zero|one first firstly|two second secondly double doubled twice|three third thirdly triple tripled|four fourth
five fifth
six sixth|seven seventh|eight eighth|nine ninth|ten tenth|eleven eleventh|twelve twelfth|thirteen|fourteen
fifteen fifteenth|sixteen sixteenth|seventeen|eighteen|nineteen|twenty twentieth
"""
_SMALL = {
    word: float(value)
    for value, words in enumerate(_NUMBER_WORDS.strip().replace("\n", "|").split("|"))
    for word in words.split()
} | {"thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0, "ninety": 90.0}
_SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
# Values that stand alone, never part of a longer number. May is left out: it is mostly a verb.
_ALONE = {"half": 0.5, "january": 1.0, "february": 2.0, "march": 3.0, "april": 4.0, "june": 6.0, "july": 7.0} | {
    "august": 8.0, "september": 9.0, "october": 10.0, "november": 11.0, "december": 12.0
}  # fmt: skip
COUNTING = frozenset(_SMALL) | frozenset(_ALONE)


def chinese(text: str) -> list[float]:
    """The values of the numbers in a Chinese text, percentages as their number."""
    if _CHINESE_COUNTING.isdisjoint(text):
        return []
    values = (_chinese_value(match, text) for match in _CHINESE.finditer(text))
    return [value for value in values if value is not None]


def english(words: Sequence[str]) -> Iterator[float]:
    """The values of the numbers among the words of an English text, in lower case, digits as they stand (1,200.5)."""
    total, current = 0.0, None  # of thirty-two thousand and five: 32000 and 5 when all is read
    for word in (*words, ""):
        if current is None and word not in COUNTING and not word[:1].isdigit():
            continue
        value, fresh = _value(word, total, current)
        if value is not None and not fresh:
            current = value + (current or 0.0)
        elif word in _SCALES and current is not None:
            total, current = _scaled(total, current, _SCALES[word])
        elif word != "and":
            if current is not None:
                yield total + current
            total, current = 0.0, value
            if word in _ALONE:
                yield _ALONE[word]


def _chinese_value(match: re.Match[str], text: str) -> float | None:
    if digits := match["digits"]:
        value = float(digits.replace(",", ""))
        for unit in match["units"]:
            value *= _UNITS.get(unit, 1.0)
        return value
    han = match["han"]
    if match["over"]:
        part, whole = _han_value(match["part"]), _han_value(han)
        return part if han == "百" or not whole else part / whole
    after = text[match.end() : match.end() + 1]
    if len(han) == 1 and han != "十" and not _counts(han, text[: match.start()][-1:], after):
        return None
    value = _han_value(han)
    return 0.5 if after == "半" else 2.0**value if after == "番" else value


def _counts(digit: str, before: str, after: str) -> bool:
    if digit == "一" and after in _MEASURES:
        return False  # 一個, 一次: no more than a or once
    return before in _BEFORE_ONE or after in _AFTER_ONE or after in _MEASURES


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


def _value(word: str, total: float, current: float | None) -> tuple[float | None, bool]:
    """The value of a number word or of digits, if it is one, and whether a new number begins with it."""
    if word[:1].isdigit():
        digits = word.rstrip("sthnrd").replace(",", "")
        return (float(digits) if digits[-1].isdigit() else None), True
    value = _SMALL.get(word)
    return value, value is not None and not _continues(total, current, value)


def _scaled(total: float, current: float, scale: float) -> tuple[float, float]:
    return (total, current * scale) if scale == 100.0 else (total + current * scale, 0.0)


def _continues(total: float, current: float | None, value: float) -> bool:
    """Whether a small number goes on with the one before it: twenty-three, two hundred and five, two thousand five."""
    if not current:
        return current is None or total > 0.0
    if current % 100.0 == 0.0:
        return value < 100.0
    return current % 100.0 >= 20.0 and current % 10.0 == 0.0 and 0.0 < value < 10.0
