"""Front matter in plain lines is read without the parser of YAML, and says what that would say."""

from hypothesis import example, given
from hypothesis import strategies as some

from site_builder.front_matter import _load, _plain, split

_NAMES = some.sampled_from(["title", "author", "date", "own_key", "a", "null", "Yes"])
_TEXTS = some.text(some.one_of(some.characters(), some.sampled_from(" \"'\\#:-,.()/[]{}*&!|>%@`~中é\u2028\ufeff\x85")))
_LINE = some.tuples(_NAMES, some.sampled_from(['"{}"', "{}", "{} ", "'{}'"]), _TEXTS)


@given(some.lists(_LINE, min_size=1, max_size=4))
@example([("title", '"{}"', "第827篇 Text 827"), ("title", "{}", "殷勇  (mayor), 2024-01-21 ")])
@example([("date", "{}", "12_000.5"), ("a", '"{}"', "")])
def test_plain_lines_say_what_yaml_says(lines: list[tuple[str, str, str]]) -> None:
    head = "".join(f"{name}: {form.format(text)}\n" for name, form, text in lines)
    found = _plain(head)
    assert found is None or found == _load(head, "a.md")


def test_the_usual_front_matter_is_plain() -> None:
    assert _plain('title: "第1篇 Text: 1"\nauthor: 孟軻\ndate: "-300"\n')
    assert split("---\ntitle: Spring\n---\nText", "a.md").title == {"": "Spring"}
