"""How cards look in Anki: what is on the front and the back of each kind, by day and by night."""

from collections.abc import Mapping

from site_builder.decks import Kind

# Named once for every document, so that a learner who has ten texts has two types of notes, and may style them once.
# The numbers are drawn by lot and never change: Anki knows a type by its number.
TYPES: Mapping[Kind, tuple[int, str]] = {
    "word": (1795503041, "Bilingual Reader: word"),
    "sentence": (1795503042, "Bilingual Reader: sentence"),
}

_FOOT = """\
<footer>{{#Level}}<span>{{Level}}</span>{{/Level}}\
{{#Link}}<a href="{{Link}}">{{Source}}</a>{{/Link}}{{^Link}}<span>{{Source}}</span>{{/Link}}</footer>"""
_OTHER = '{{#Other script}}<div class="other" lang="{{Other language}}">{{Other script}}</div>{{/Other script}}'
_SPOKEN = """\
{{#Reading}}<div class="reading">{{Reading}}</div>{{/Reading}}
{{#Other readings}}<div class="reading more">{{Other readings}}</div>{{/Other readings}}"""

FRONTS: Mapping[Kind, str] = {
    "word": """\
<div class="word" lang="{{Language}}">{{Text}}</div>
{{#Sentence}}<div class="sentence" lang="{{Language}}">{{Sentence}}</div>{{/Sentence}}""",
    "sentence": '<div class="text" lang="{{Language}}">{{Text}}</div>',
}
BACKS: Mapping[Kind, str] = {
    "word": f"""\
<div class="word" lang="{{{{Language}}}}">{{{{Text}}}}</div>
{_OTHER}
{_SPOKEN}
<hr id="answer">
{{{{#Meaning}}}}<div class="meaning">{{{{Meaning}}}}</div>{{{{/Meaning}}}}
{{{{#Sentence}}}}<div class="sentence" lang="{{{{Language}}}}">{{{{Sentence}}}}</div>{{{{/Sentence}}}}
{{{{#Translation}}}}<div class="translation" lang="{{{{Translation language}}}}">{{{{Translation}}}}</div>\
{{{{/Translation}}}}
{_FOOT}""",
    "sentence": f"""\
<div class="text" lang="{{{{Language}}}}">{{{{Text}}}}</div>
{_OTHER}
{_SPOKEN}
<hr id="answer">
<div class="translation said" lang="{{{{Translation language}}}}">{{{{Translation}}}}</div>
{{{{#Notes}}}}<div class="notes">{{{{Notes}}}}</div>{{{{/Notes}}}}
{_FOOT}""",
}

STYLE = """\
.card {
  --ink: #1f1d1a; --soft: #66605a; --paper: #fbf9f4; --line: #ddd6c9; --accent: #9a3324;
  max-width: 36em; margin: 0 auto; padding: 1.2em 1em; text-align: center;
  color: var(--ink); background: var(--paper);
  font: 20px/1.6 Georgia, "Noto Serif", "Songti SC", "Noto Serif CJK TC", serif;
}
.nightMode.card, .night_mode.card {
  --ink: #e8e3da; --soft: #a8a198; --paper: #1b1a18; --line: #3d3a35; --accent: #e79a86;
}
:lang(zh-Hant) { font-family: "Noto Serif CJK TC", "Noto Serif TC", "Source Han Serif TC", "Songti TC", serif; }
:lang(zh-Hans) { font-family: "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Songti SC", serif; }
.word { font-size: 2.4em; line-height: 1.3; }
.text { font-size: 1.3em; line-height: 1.8; text-align: start; }
.other { margin-top: .2em; color: var(--soft); font-size: 1.3em; }
.text + .other { font-size: 1em; line-height: 1.8; text-align: start; }
.reading { margin-top: .4em; color: var(--accent); font-family: system-ui, "Noto Sans", sans-serif; }
.reading.more { margin-top: 0; color: var(--soft); font-size: .85em; }
.text ~ .reading { font-size: .85em; text-align: start; }
.sentence { margin-top: 1em; color: var(--soft); line-height: 1.8; text-align: start; }
.sentence b { color: var(--accent); }
.meaning { font-size: 1.1em; }
.meaning i { color: var(--accent); font-style: normal; }
.translation { margin-top: .6em; text-align: start; }
.sentence + .translation { color: var(--soft); font-size: .9em; }
.notes { margin-top: 1em; padding-top: .6em; border-top: 1px solid var(--line); font-size: .85em; text-align: start; }
hr { height: 1px; margin: 1em 0; border: 0; background: var(--line); }
footer { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .2em 1em; margin-top: 1.4em;
  color: var(--soft); font: .75em/1.4 system-ui, sans-serif; text-align: start; }
footer a { color: inherit; }
"""
