"""Small sounds for tests: a tone in a WAV file."""

import io
import math
import struct
import wave

RATE = 8000


def tone(seconds: float, pitch: int = 440) -> bytes:
    """So many seconds of a soft tone."""
    count = round(seconds * RATE)
    samples = (round(2000 * math.sin(2 * math.pi * pitch * at / RATE)) for at in range(count))
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{count}h", *samples))
    return out.getvalue()
