// Run by `node --test tests/js`, and by pytest: misspelt words and pinyin.
import assert from "node:assert/strict";
import test from "node:test";
import { built, searching } from "./host.mjs";
import { SearchPinyin, SearchRepair } from "./load.mjs";

const NEAR = [
  ["reform", "reform", 0],
  ["refrom", "reform", 1],
  ["refor", "reform", 1],
  ["rreform", "reform", 1],
  ["revorn", "reform", 2],
  ["abc", "xyz", Infinity],
];
for (const [one, other, slips] of NEAR) test(`${one} is ${slips} from ${other}`, () => assert.equal(SearchRepair.between(one, other, 2), slips));

test("front-coded words, with letters outside the first plane", () =>
  assert.deepEqual(Array.from(SearchRepair.forms("Areform7Gs3A𐐀a1Bb0")), [["reform", 7], ["reforms", 3], ["𐐀a", 1], ["𐐀b", 0]]));

test("the likeliest repair comes first, then one word of it at a time is another", () => {
  const places = [{ start: 0, end: 2, words: ["one", "own"] }, { start: 3, end: 5, words: ["two", "too", "tow"] }];
  assert.deepEqual(SearchRepair.offers("on tw!", places), ["one two!", "own two!", "one too!"]);
  assert.deepEqual(SearchRepair.offers("on tw!", []), []);
});

const LETTERS = [
  ["jingji", "jingji"],
  ["Jīng jì", "jingji"],
  ["jing1ji4", "jingji"],
  ["lǜsè", "lvse"],
  ["lu:4se4", "lvse"],
  ["nüe", "nve"],
  ["Xi’an", "xian"],
  ["經濟", ""],
  ["", ""],
  ["a", ""],
  ["x".repeat(5000), ""],
];
for (const [query, letters] of LETTERS) test(`the letters of ${query.slice(0, 12)}`, () => assert.equal(SearchPinyin.letters(query), letters));

test("letters are cut into syllables in every way", () => {
  assert.deepEqual(SearchPinyin.readings("xian"), [["xian"], ["xi", "an"]]);
  assert.deepEqual(SearchPinyin.readings("reform"), []);
});

const ROWS = [
  ["p1-1", "發展經濟。", "The economy, reformed."],
  ["p2-1", "经济學", "An innovation!"],
  ["p3-1", "京基", "Innovations in the economy"],
];
const FOLD = ["47WmjF80B24B", "s2tBw-I53M8vV"]; // 濟經發學 to 济经发学
const FILES = built("aa", {
  root: { units: 3, scan: true, fold: FOLD, shards: "DB", spans: {} },
  "texts/0": { works: [{ id: "a", languages: ["zh-Hant", "en"], titles: ["甲", "A"] }], from: [[0, 0, "a/index.html", 0]], units: ROWS.map((row) => [row]) },
  pinyin: { jing: "ji\t经济C京基B", ji: "xue\t济学B" },
});

const SUGGESTED = [
  ["inovation", ["innovation"], []],
  ["the “inovatoin” of refrom", [], []],
  ["Inovation econony", ["innovation economy"], []],
  ["inovation “the economy”", ["innovation “the economy”"], []],
  ["economy", [], []],
  ["econo", [], []],
  ["jingji", [], ["經濟", "京基"]],
  ["jing ji xue", [], ["经济學"]],
  ["zzzzzz", [], []],
  ["\ud800 (*", [], []],
];
for (const [query, repaired, words] of SUGGESTED)
  test(`suggested for ${query}`, async () => {
    const { suggest } = await searching(FILES);
    assert.deepEqual(await suggest(query), { queries: repaired, words });
  });

const INDEXED = built("bb", {
  root: { units: 3, scan: false, fold: ["", ""], shards: "DB", spans: {}, terms: "innov", words: "i", pinyin: "" },
  "texts/0": { works: [{ id: "a", languages: ["zh-Hant", "en"], titles: ["甲", "A"] }], from: [[0, 0, "a/index.html", 0]], units: ROWS.map((row) => [row]) },
  "terms/0": "innov\tBA\tinnovation innovations\ninnovation\t=innov\ninnovations\t=innov",
  "words/0": "Ainnovation0Ks0",
});
for (const [query, repaired] of [["inovation", ["innovation"]], ["ninovation", ["innovation"]], ["innovation", []], ["xnnovation", []], ["économié", []]])
  test(`suggested for ${query} by the words of its first letter, or of its second`, async () => {
    const { suggest } = await searching(INDEXED);
    assert.deepEqual(await suggest(query), { queries: repaired, words: [] });
  });
