// The words of a document: which ones, in what order, and as a table. Run by `node --test tests/js`.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { Learner } from "./load-vocabulary.mjs";

const { VocabularyTable, VocabularyFilter, VocabularyDeck, Digest } = Learner;

// text, other form, readings, levels, band
const DATA = {
  language: "zh-Hant",
  script: "zh-Hans",
  schemes: ["pinyin"],
  zhuyin: { fā: "ㄈㄚ", zhǎn: "ㄓㄢˇ", hái: "ㄏㄞˊ", huán: "ㄏㄨㄢˊ", xī: "ㄒㄧ", ān: "ㄢ", lǜ: "ㄌㄩˋ", sè: "ㄙㄜˋ" },
  readings: ["pinyin", "zhuyin"],
  lists: [
    ["hsk-2025", "HSK 3.0 (2025)", ["1", "2", "3", "4", "5", "6", "7-9"]],
    ["hsk-2.0", "HSK 2.0", ["1", "2", "3", "4", "5", "6"]],
  ],
  words: [
    ["發展", "发展", ["fā zhǎn"], [2, 4], 6],
    ["還", "还", ["hái"], [1, 2], 7],
    ["西安", "", ["Xī ān"], [0, 0], 4],
    ["還", "还", ["huán"], [1, 2], 7],
    ["綠色", "绿色", ["lǜ sè"], [3, 0], 5],
  ],
  lines: { "p1-1": [0, -1, 1, 0], "p2-1": [-2, 2, 3], "n5/1": [4] },
  variants: { "p1-1": [2, 3, "个"] },
};
const GLOSSES = { words: [[["", "development/to grow"]], [["", "still/yet"], ["huán", "to pay back"]], [["", "Xi'an, capital of Shaanxi"]], [], [["", "green"]]], parts: [["安", "", [["ān", "calm"], ["Ān", "surname An"]]]] };
const TABLE = VocabularyTable.table(DATA, GLOSSES);
const keys = (words) => words.map(({ key }) => key).join(" ");

test("a word is one entry, whatever its readings, in the order of the text", () => {
  assert.equal(keys(TABLE.words), "发展 还 西安 绿色");
  const [develop, still] = TABLE.words;
  assert.deepEqual(still.readings, { pinyin: ["hái", "huán"], zhuyin: ["ㄏㄞˊ", "ㄏㄨㄢˊ"] });
  assert.deepEqual(develop.spots, [["p1-1", 0, 2], ["p1-1", 4, 6]]);
  assert.deepEqual(still.spots, [["p1-1", 3, 4], ["p2-1", 4, 5]]);
  assert.deepEqual(still.meanings, [["hái", "still/yet"], ["huán", "to pay back"]]);
});

test("pinyin is spelled as words are", () => {
  const spelled = [["fā zhǎn", "fāzhǎn"], ["xī ān", "xī'ān"], ["Běi jīng Shì", "Běijīng Shì"], ["nǚ ér", "nǚ'ér"]];
  for (const [syllables, word] of spelled) assert.equal(VocabularyTable.spelled(syllables, "pinyin"), word);
  assert.equal(VocabularyTable.spelled("ㄈㄚ ㄓㄢˇ", "zhuyin"), "ㄈㄚ ㄓㄢˇ");
});

test("syllables have their tones", () => {
  const tones = (reading, scheme) => VocabularyTable.syllables(reading, scheme).map(({ tone }) => tone).join("");
  assert.equal(tones("mā má mǎ mà ma lǜ", "pinyin"), "123454");
  assert.equal(tones("ㄇㄚ ㄇㄚˊ ㄇㄚˇ ㄇㄚˋ ˙ㄇㄚ", "zhuyin"), "12345");
});

test("a line is written in the other script, words and what is beside them", () => {
  assert.equal(VocabularyTable.inOtherScript("p1-1", "發展個還發展。", DATA), "发展个还发展。");
  assert.equal(VocabularyTable.inOtherScript("p9-9", "沒有", DATA), "沒有");
});

test("without meanings there are words all the same", () => {
  const { words, meant } = VocabularyTable.table(DATA, undefined);
  assert.equal(words.length, 4);
  assert.deepEqual([words[0].meanings, meant("安")], [[], []]);
});

const STATES = { 还: "known", 发展: "learning" };
const asked = (wanted) => keys(VocabularyFilter.chosen(TABLE.words, wanted, { stateOf: ({ key }) => STATES[key] ?? "new", isPicked: ({ key }) => key === "西安", told: ({ meanings }) => meanings.map(([, senses]) => senses).join(" · ") }));

const FOUND = [
  [{ q: "發" }, "发展"],
  [{ q: "发展" }, "发展"],
  [{ q: "fazhan" }, "发展"],
  [{ q: "fā zhǎn" }, "发展"],
  [{ q: "fa1zhan3" }, "发展"],
  [{ q: "fa4zhan3" }, ""],
  [{ q: "huan" }, "还"],
  [{ q: "lv" }, "绿色"],
  [{ q: "lü" }, "绿色"],
  [{ q: "lu:4se4" }, "绿色"],
  [{ q: "ㄈㄚ" }, ""],
  [{ q: "pay" }, "还"],
  [{ q: "GROW" }, "发展"],
  [{ q: "velop" }, ""],
  [{ q: "shaanxi" }, "西安"],
  [{ q: "(" }, ""],
  [{ q: "\\" }, ""],
  [{ q: "  " }, "发展 还 西安 绿色"],
  [{ level: "2" }, "发展"],
  [{ level: "-2" }, "发展 还"],
  [{ level: "2-" }, "发展 绿色"],
  [{ level: "0" }, "西安"],
  [{ level: "0", list: 1 }, "西安 绿色"],
  [{ level: "rubbish" }, "发展 还 西安 绿色"],
  [{ band: "6-" }, "发展 还"],
  [{ band: "5" }, "绿色"],
  [{ state: "known" }, "还"],
  [{ state: "help" }, "发展 西安 绿色"],
  [{ state: "new", level: "3-" }, "绿色"],
  [{ picked: true }, "西安"],
];
for (const [wanted, expected] of FOUND) test(`words are chosen by ${JSON.stringify(wanted)}`, () => assert.equal(asked(wanted), expected));

const ORDERS = [
  ["text", 0, "发展 还 西安 绿色"],
  ["count", 0, "发展 还 西安 绿色"],
  ["level", 0, "还 发展 绿色 西安"],
  ["level", 1, "还 发展 西安 绿色"],
  ["sound", 0, "发展 还 绿色 西安"],
];
for (const [order, list, expected] of ORDERS) test(`words are sorted by ${order} of list ${list}`, () => assert.equal(keys(VocabularyFilter.sorted(TABLE.words, order, { list })), expected));

test("the same letters are sorted by their tones", () => {
  const word = (text, at, reading) => ({ text, at, readings: { pinyin: [reading] }, spots: [], levels: [] });
  const words = [word("四", 0, "sì"), word("絲", 1, "sī"), word("死", 2, "sǐ")];
  assert.deepEqual(VocabularyFilter.sorted(words, "sound", {}).map(({ text }) => text).join(""), "絲死四");
});

test("words and running words are counted by state", () => {
  const told = VocabularyFilter.census(TABLE.words, ({ key }) => STATES[key] ?? "new");
  assert.deepEqual(told, { words: { new: 2, learning: 1, known: 1 }, running: { new: 2, learning: 2, known: 2 } });
});

const WORK = { id: "text", languages: ["zh-Hant", "en"], titles: ["題", "Title"], base: "", lines: { "p1-1": ["發展個還發展。", "=Growth & \"more\".\nTwo"], "p2-1": ["我要西安還。", ""], "n5/1": ["綠色", ""] } };
const given = { work: WORK, data: DATA, table: TABLE };

test("a word is shown where it has a translation, in more than a title", () => {
  assert.deepEqual(VocabularyDeck.best(TABLE.words[1], WORK, 0), ["p1-1", 3, 4]);
  assert.deepEqual(VocabularyDeck.best(TABLE.words[2], WORK, 0), ["p2-1", 2, 4]);
});

test("no text makes a cell that calculates, a second cell or a line of its own", () => {
  const [, , , , , , , row] = VocabularyDeck.anki([TABLE.words[0]], given).split("\n");
  const cells = row.split("\t");
  assert.equal(cells.length, 19);
  assert.equal(cells[12], "&#61;Growth &amp; &quot;more&quot;.<br>Two");
});

test("names of cards are those of the build: SHA-256 of document, language and word", () => {
  const [cell] = VocabularyDeck.anki([TABLE.words[0]], given).split("\n")[7].split("\t");
  assert.equal(cell, createHash("sha256").update("text\0zh-Hant\0发展").digest("hex").slice(0, 16));
});

for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000])
  test(`SHA-256 of ${length} characters is the true one`, () => {
    const text = "發a\u{20BB7}".repeat(length).slice(0, length);
    assert.equal(Digest.sha256(text), createHash("sha256").update(Buffer.from(new TextEncoder().encode(text))).digest("hex"));
  });
