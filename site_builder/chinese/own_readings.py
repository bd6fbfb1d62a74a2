"""The author's readings, found in a Simplified copy whatever script they are written in."""

from collections.abc import Mapping, Sequence

from site_builder.chinese.conversion import simplified
from site_builder.overrides import OwnReading


def own_readings(copy: str, own: Sequence[OwnReading]) -> Mapping[int, str]:
    """The syllable of each character that the author reads; where several match, the longest text does."""
    if not own:
        return {}
    found: dict[int, str] = {}
    for reading in sorted(own, key=lambda one: len(one.text)):
        text = simplified(reading.text)
        at = copy.find(text)
        while at >= 0:
            found.update(_spread(at + reading.start, reading))
            at = copy.find(text, at + len(text))
    return found


def _spread(start: int, reading: OwnReading) -> Mapping[int, str]:
    """A syllable a character; a reading of another number of syllables stands at the first one, as it is."""
    syllables, count = reading.reading.split(), reading.end - reading.start
    if len(syllables) == count:
        return dict(enumerate(syllables, start))
    return {start: reading.reading, **dict.fromkeys(range(start + 1, start + count), "")}
