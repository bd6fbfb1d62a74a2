// Run by `node --test tests/js`, and by pytest.
import assert from "node:assert/strict";
import test from "node:test";
import { SearchMatch, SearchText, stem, variants } from "./load.mjs";

const VARIANTS = variants(["龍門著", "龙门着"]);
const fold = SearchText.folder(VARIANTS);
const search = SearchMatch.create({ variants: VARIANTS, stem });

const FOLDS = [
  ["龍門", "龙门"],
  ["ＡＢｃ１２", "abc12"],
  ["“x” 「y」 ‘z’", '"x" "y" \'z\''],
  ["2010–2020—", "2010-2020-"],
  ["a\u00a0b\u3000c\nd", "a b c d"],
  ["Zhōngguó É", "zhongguo e"],
  ["が ｶ 한", "ガ カ 한"],
  ["ﬁ㈱", "fi(株)"],
  ["in\u00advi\u200bsible\ufe00", "invisible"],
  ["𠮷龍", "𠮷龙"],
  ["Ёлка, йод", "елка, йод"],
  ["Straße œuvre", "strasse oeuvre"],
  ["أَحْمَدُ إلى مَكَّةَ، الـكتـاب ٢٠٢٤؟", "احمد الي مكه, الكتاب 2024?"],
  ["בְּרֵאשִׁית צה״ל ג׳ירפה", "בראשית צה\"ל ג'ירפה"],
];

for (const [text, expected] of FOLDS) test(`${text} folds to ${expected}`, () => assert.equal(fold(text).text, expected));

test("every folded unit knows the character it came from", () => {
  const text = "ﬁ\u00ad𠮷㈱é龍";
  const { text: folded, from, to } = fold(text);
  const origins = Array.from({ length: folded.length }, (_, at) => text.slice(from[at], to[at]));
  assert.deepEqual(origins, ["ﬁ", "ﬁ", "𠮷", "𠮷", "㈱", "㈱", "㈱", "é", "龍"]);
});

test("a text that keeps its length needs no map", () => assert.equal(fold("龍門 Dragon").from, null));

const HOSTILE = ["\ud800", "\udc00龍", "(".repeat(5000), "a ".repeat(5000), "\\", "[", "*+?", "\u0000", "\"“「『", "龍".repeat(100_000), " *".repeat(2000)];

for (const query of HOSTILE)
  test(`a hostile query is only text: ${JSON.stringify(query.slice(0, 12))}`, () => {
    const pair = search.prepare([["p1-1", "龍".repeat(2000), "a (x) \\ ".repeat(500)]]);
    search.search([pair], search.parse(query));
  });

test("an empty query has no terms", () => {
  for (const query of ["", "  ", '""', "“”", "\u00ad"]) assert.deepEqual(search.parse(query), []);
});

test("searching does not touch what it searches", () => {
  const rows = [["p1-1", "龍門", "Dragon Gate"]];
  const before = structuredClone(rows);
  search.search([search.prepare(rows)], search.parse("dragon 门"));
  assert.deepEqual(rows, before);
});
