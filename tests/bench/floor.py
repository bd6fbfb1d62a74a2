"""The floor: the least that Markdown files cost in markdown-it-py and a Jinja template. Our figures are ratios to it.

    python tests/bench/floor.py CONTENT OUTPUT

Each file is parsed once and poured into one template: paragraphs in two columns with anchors, headings as contents,
notes by the plug-in, links to the neighbours, and one JSON file of all texts. No pairing, no checks, no settings.
"""

import json
import sys
from pathlib import Path

_PAGE = """<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>{{ title|e }}</title>
<link rel="stylesheet" href="../style.css"></head>
<body><nav><ol>{% for id, text in contents %}<li><a href="#{{ id }}">{{ text|e }}</a></li>{% endfor %}</ol></nav>
<main><h1>{{ title|e }}</h1>{{ body }}</main>
<footer>{% if before %}<a href="{{ before }}.html">←</a>{% endif %}
{% if after %}<a href="{{ after }}.html">→</a>{% endif %}</footer></body></html>
"""


def build(content: Path, output: Path) -> None:
    """Turn every Markdown file below `content` into a page below `output`."""
    from jinja2 import Environment
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    template = Environment(autoescape=False).from_string(_PAGE)
    paths = sorted(content.rglob("*.md"))
    names = [path.relative_to(content).with_suffix("").as_posix() for path in paths]
    texts = []
    for at, path in enumerate(paths):
        title, text = _front_matter(path.read_text(encoding="utf-8"))
        body, contents, words = _convert(parser, text)
        place = output / f"{names[at]}.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        near = {"before": names[at - 1] if at else "", "after": names[at + 1] if at + 1 < len(names) else ""}
        place.write_text(template.render(title=title, body=body, contents=contents, **near), encoding="utf-8")
        texts.append({"page": names[at], "title": title, "text": words})
    (output / "texts.json").write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")


def _front_matter(text: str) -> tuple[str, str]:
    _, head, body = text.split("---\n", 2)
    return head.partition(":")[2].strip().strip('"'), body


def _convert(parser, text):  # type: ignore[no-untyped-def]
    """One parse, one walk over the tokens: an id for each block, columns for each pair of paragraphs."""
    environment: dict[str, object] = {}
    tokens = parser.parse(text, environment)
    contents, words, number = [], [], 0
    for at, token in enumerate(tokens):
        if token.type == "inline":
            words.append(token.content)
            opening = tokens[at - 1]
            if opening.type == "heading_open":
                opening.attrSet("id", f"s{len(contents) + 1}")
                contents.append((f"s{len(contents) + 1}", token.content))
            elif opening.type == "paragraph_open":
                opening.attrSet("id", f"p{number}")
                opening.attrSet("class", "left" if number % 2 == 0 else "right")
                number += 1
    return parser.renderer.render(tokens, parser.options, environment), contents, "\n".join(words)


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
