"""Many texts as one that may stand in a page: compressed, in letters that no parser of HTML takes for its own.

What js/inside.js opens: a line of JSON with [path, length in UTF-16 units] for each text, then the texts in a row;
compressed by DEFLATE without a header (RFC 1951), four bytes as five digits of base 85 (as in RFC 1924, but with , . :
for < & >), as many digits fewer at the end as bytes are missing.
"""

import json
import zlib
from base64 import b85encode
from collections.abc import Mapping

_HARMLESS = bytes.maketrans(b"<&>", b",.:")


def packed(texts: Mapping[str, str]) -> str:
    """The texts, by the paths that they are asked for by."""
    head = json.dumps([[path, len(text.encode("utf-16-le")) // 2] for path, text in texts.items()], ensure_ascii=False)
    press = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9)
    data = press.compress("".join((head, "\n", *texts.values())).encode()) + press.flush()
    return b85encode(data).translate(_HARMLESS).decode()
