"""How long a sound is, as far as its file says so."""

from typing import BinaryIO


def sound_length(file: BinaryIO) -> int | None:
    """Milliseconds, 0 where the file does not say; None when it is no sound. Reads the file's head, and with some forms
    its end, never all of it."""
    from tinytag import TinyTag, TinyTagException

    try:
        found = TinyTag.get(file_obj=file, tags=False).duration
    except TinyTagException:
        return None
    except Exception:  # it is a stranger's file, and the parser of a stranger: what it says is asked for, not trusted
        return 0
    return round(found * 1000) if found and found > 0 else 0
