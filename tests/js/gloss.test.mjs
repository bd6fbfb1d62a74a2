// What the card of a word is told, from scripts of data as outputs/glosses.py describes them. Run by `node --test tests/js`, and by pytest.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const code = readFileSync(new URL("../../themes/reader/js/gloss-text.js", import.meta.url), "utf8");
const GlossText = vm.runInThisContext(`${code}\n;GlossText`);

const data = {
  language: "zh-Hant",
  script: "zh-Hans",
  schemes: ["pinyin"],
  zhuyin: { xī: "ㄒㄧ", ān: "ㄢ", yíng: "ㄧㄥˊ", shāng: "ㄕㄤ", huán: "ㄏㄨㄢˊ", jìng: "ㄐㄧㄥˋ" },
  lists: [["hsk-2025", "HSK 3.0 (2025)", ["1", "2", "7-9"]], ["ours", "ours", ["easy"]]],
  words: [
    ["西安", "", ["Xī ān"], [3, 0], 4],
    ["營商", "营商", ["yíng shāng"], [0, 0], 0],
    ["環境", "环境", ["huán jìng"], [2, 1], 5],
    ["境", "", ["jìng"], [0, 0], 1],
    ["𠮷野家", "", [""], [0, 0], 0],
  ],
  lines: { "p1-1": [-2, 4, 0, -1, 1, 2], "p2-1": [2, -1, 2], "n5/1": [2] },
  variants: {},
};
const glosses = {
  words: [[["", "Xi'an/capital of 陝西省|陕西省"]], [], [["", "environment"], ["Huán jìng", "a name"]], [["", "border"]], []],
  parts: [["營", "营", [["yíng", "camp"]]], ["商", "", [["Shāng", "Shang Dynasty"], ["shāng", "commerce"]]]],
};

test("a line is cut into its words, in the units of browsers", () => {
  assert.deepEqual(JSON.parse(JSON.stringify(GlossText.cut(data, "p1-1"))), [
    { place: 4, start: 2, end: 6 },
    { place: 0, start: 6, end: 8 },
    { place: 1, start: 9, end: 11 },
    { place: 2, start: 11, end: 13 },
  ]);
});

test("a line that is not there has no words", () => assert.equal(GlossText.cut(data, "p9-9").length, 0));

const same = (value, expected) => assert.deepEqual(JSON.parse(JSON.stringify(value)), expected);

test("readings are spelled as words, and zhuyin follows from pinyin", () => {
  same(GlossText.readings(data, 0), [["pinyin", "Xī’ān"], ["zhuyin", "ㄒㄧ ㄢ"]]);
  same(GlossText.readings(data, 1), [["pinyin", "yíngshāng"], ["zhuyin", "ㄧㄥˊ ㄕㄤ"]]);
});

test("a word without a reading has none", () => same(GlossText.readings(data, 4), []));
test("no zhuyin where a syllable is in no table", () => same(GlossText.readings({ ...data, zhuyin: {} }, 2), [["pinyin", "huánjìng"]]));

test("meanings are told apart by their readings, and show the script of the text", () => {
  same(GlossText.meanings(data, glosses.words[0]), [["", "Xi'an", "capital of 陝西省"]]);
  same(GlossText.meanings({ ...data, language: "zh-Hans" }, glosses.words[0])[0][2], "capital of 陕西省");
  same(GlossText.meanings(data, glosses.words[2]), [["", "environment"], ["Huánjìng", "a name"]]);
});

test("levels name their list, and a list that lacks the word is silent", () => {
  same(GlossText.levels(data, 0), [["HSK 3.0 (2025)", "7-9"]]);
  same(GlossText.levels(data, 2), [["HSK 3.0 (2025)", "2"], ["ours", "easy"]]);
});

test("the words inside of one are those that have meanings, read as the word is", () => {
  const found = GlossText.inner(data, glosses, 1);
  same(found.map(({ word }) => word), ["營", "商"]);
  same(found[1].meanings, [["shāng", "commerce"], ["Shāng", "Shang Dynasty"]]);
  same(GlossText.inner(data, glosses, 2).map(({ word, reading }) => [word, reading]), [["境", "jìng"]]);
  same(GlossText.inner(data, glosses, 3), []);
});

test("in an expression of letters, the words inside are its words", () => {
  const words = ["Action plans", "act", "plan", "action", "la"].map((text) => [text, "", [], [], 0]);
  const english = { ...data, language: "en", schemes: [], words, lines: { "p1-1": [0], "p2-1": [-1, 3] } };
  const told = { words: words.map(() => [["n.", "something"]]), parts: [] };
  same(GlossText.inner(english, told, 0).map(({ word }) => word), ["action", "plan"]);
  same(GlossText.spots({ ...english, words: [["Action"], ["action"]], lines: { a: [0], b: [1] } }, "action"), [["a", 1], ["b", 1]]);
  same(GlossText.meanings(english, [["v.", "to begin", "lead"]]), [["lead v.", "to begin"]]);
});

test("where a word stands is told by line, with how often", () => same(GlossText.spots(data, "環境"), [["p1-1", 1], ["p2-1", 2], ["n5/1", 1]]));
