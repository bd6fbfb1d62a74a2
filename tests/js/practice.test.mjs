// What exercises are made of. Run by `node --test tests/js`, and by pytest.
import assert from "node:assert/strict";
import test from "node:test";
import { Practice } from "./load-practice.mjs";

const { PracticeAddress, PracticeChoose, PracticeCloze, PracticeCompare, PracticeRandom, PracticeText } = Practice;

const LINES = {
  languages: ["zh-Hant", "en"],
  titles: ["發展", "Growth"],
  lines: {
    "p1-1": ["發展", "Growth"],
    "p2-1": ["以創新為特色，", "With innovation as its mark, "],
    "p2-2": ["發展著力40個項目。", "40 projects were developed."],
    "p2-3": ["成績很大。", ""],
    "p3-1": ["我們很高興。", "We are pleased."],
    "n5/1": ["注", "A note"],
  },
};
const WORDS = {
  language: "zh-Hant",
  script: "zh-Hans",
  schemes: ["pinyin"],
  zhuyin: { "fā": "ㄈㄚ", "zhǎn": "ㄓㄢˇ" },
  lists: [["hsk", "HSK", ["1", "2", "3", "4"]]],
  words: [["發展", "发展", ["fā zhǎn"], [3], 6], ["創新", "创新", ["chuàng xīn"], [4], 5], ["很", "", ["hěn"], [1], 7], ["高興", "高兴", ["gāo xìng"], [1], 6], ["項目", "项目", ["xiàng mù"], [0], 4]],
  lines: { "p1-1": [0], "p2-1": [-1, 1, -4], "p2-2": [0, -5, 4, -1], "p3-1": [-2, 2, 3, -1] },
  variants: { "p2-2": [2, 4, "着力"], "p2-1": [3, 4, "为"] },
};
const text = PracticeText.create({ lines: LINES, words: { "zh-Hant": WORDS }, apart: ["p1-1"] });
const by = (id) => text.segments.find((segment) => segment.id === id);
const fold = PracticeCompare.folder(text.variants(0));

test("only sentences that have a translation are asked", () => assert.deepEqual(text.segments.map(({ id }) => id), ["p2-1", "p2-2", "p3-1"]));

const PASSAGES = [
  ["", "", "p2-1 p2-2 p3-1"],
  ["p2", "p2", "p2-1 p2-2"],
  ["p2-2", "p3", "p2-2 p3-1"],
  ["p3", "p2-2", "p2-2 p3-1"],
  ["p1-1", "p2-1", "p2-1"],
  ["p9", "p2", "p2-1 p2-2"],
];
for (const [from, to, ids] of PASSAGES) test(`from ${from || "the beginning"} to ${to || "the end"}`, () => assert.equal(text.passage(from, to).map(({ id }) => id).join(" "), ids));

test("a line is cut into its words", () => assert.deepEqual(text.pieces(by("p2-2"), 0, "").map((piece) => piece.text), ["發展", "著力40個", "項目", "。"]));
test("a line in the other script, words and what is between", () => assert.equal(text.text(by("p2-2"), 0, "zh-Hans"), "发展着力40個项目。"));
test("a script that the text is typed in changes nothing", () => assert.equal(text.text(by("p2-1"), 0, "zh-Hant"), "以創新為特色，"));
test("English is cut into words, too", () => assert.deepEqual(text.pieces(by("p2-2"), 1, "").filter(({ word }) => word).map((piece) => piece.text), ["40", "projects", "were", "developed"]));
test("zhuyin comes by way of pinyin", () => assert.deepEqual(PracticeText.syllables({ readings: ["fā zhǎn"] }, WORDS, "zhuyin"), ["ㄈㄚ", "ㄓㄢˇ"]));

const SAME = [
  ["創新", "创新"],
  ["著力", "着力"],
  ["People’s", "PEOPLE'S"],
  ["２．０版", "2.0版"],
  ["café", "cafe"],
];
for (const [one, other] of SAME) test(`${one} and ${other} say the same`, () => assert.ok(PracticeCompare.same(one, other, fold)));
for (const [one, other] of [["創新", "創"], ["2.0", "20"], ["42.9%", "42.9"], ["", "a"]]) test(`${one} and ${other} do not`, () => assert.ok(!PracticeCompare.same(one, other, fold)));

const runs = (right, typed) => PracticeCompare.difference(right, typed, fold).runs.map(({ kind, text: said }) => ({ same: "", missing: "-", extra: "+" })[kind] + said).join("|");
const DIFFERENCES = [
  ["以創新為特色。", "以创新为特色", "以創新為特色。"],
  ["發展項目。", "发展项木", "發展項|-目|+木|。"],
  ["我們很高興。", "我們高興", "我們|-很|高興。"],
  ["We are.", "we arre", "We ar|+r|e."],
  ["“是”", "", "“|-是|”"],
  ["…", "", "…"],
];
for (const [right, typed, expected] of DIFFERENCES)
  test(`${typed || "nothing"} for ${right}`, () => {
    assert.equal(runs(right, typed), expected);
    const kept = PracticeCompare.difference(right, typed, fold).runs.filter(({ kind }) => kind !== "extra");
    assert.equal(kept.map(({ text: said }) => said).join(""), right);
  });

test("how much is in order", () => {
  assert.equal(PracticeCompare.inOrder([0, 1, 2, 3]), 4);
  assert.equal(PracticeCompare.inOrder([3, 0, 1, 2]), 3);
  assert.equal(PracticeCompare.inOrder([2, 1, 0]), 1);
  assert.equal(PracticeCompare.inOrder([]), 0);
});

const rows = (side) => text.segments.map((segment) => ({ segment, pieces: text.pieces(segment, side, "") }));
const asked = (side, options, seed = "a") => PracticeCloze.answers(PracticeCloze.gaps(rows(side), { count: 9, ...options }, PracticeRandom.seeded(seed)));

test("gaps are words above the level", () => assert.deepEqual(asked(0, { list: 0, level: 3 }).sort(), ["創新", "項目"].sort()));
test("a word that a list lacks is above all levels", () => assert.deepEqual(asked(0, { list: 0, level: 4 }), ["項目"]));
test("without levels numbers and long words are asked for", () => assert.ok(asked(1, {}).every((word) => /^(?:40|projects|innovation|developed|pleased)$/.test(word))));
test("gaps are as many as wanted", () => assert.equal(asked(0, { list: 0, level: 0, count: 2 }).length, 2));
test("a seed gives the same gaps again", () => assert.deepEqual(asked(0, { list: 0, level: 0, count: 2 }, "x"), asked(0, { list: 0, level: 0, count: 2 }, "x")));
test("what is around the gaps is the sentence", () => {
  for (const { segment, parts } of PracticeCloze.gaps(rows(0), { count: 9, list: 0, level: 0 }, PracticeRandom.seeded("b"))) assert.equal(parts.map((part) => part.answer ?? part).join(""), segment.texts[0]);
});

const numbers = Array.from({ length: 40 }, (_, at) => at);
test("shuffling keeps everything, and a seed its order", () => {
  const mixed = PracticeRandom.shuffled(numbers, PracticeRandom.seeded("k3f9"));
  assert.deepEqual([...mixed].sort((a, b) => a - b), numbers);
  assert.deepEqual(mixed, PracticeRandom.shuffled(numbers, PracticeRandom.seeded("k3f9")));
  assert.notDeepEqual(mixed, PracticeRandom.shuffled(numbers, PracticeRandom.seeded("k3fa")));
});
test("what is put in disorder is not in order", () => {
  for (const seed of numbers) assert.deepEqual(PracticeRandom.disordered([1, 2], PracticeRandom.seeded(seed)), [2, 1]);
});
test("every place is as likely as the others", () => {
  const counts = [0, 0, 0, 0];
  for (let seed = 0; seed < 4000; seed++) counts[PracticeRandom.shuffled([0, 1, 2, 3], PracticeRandom.seeded(seed)).indexOf(0)]++;
  for (const count of counts) assert.ok(count > 850 && count < 1150, String(counts));
});

const long = Array.from({ length: 12 }, (_, at) => ({ id: `p5-${at + 1}`, pair: "p5", texts: [`第${at}句很長很長`, `Sentence ${at} ${"x".repeat(at)}`] }));
test("each sentence to be matched has one partner", () => {
  const { rows: chosen, partners } = PracticeChoose.match([...long, { ...long[0], id: "p6-1" }], [0, 1], 20, PracticeRandom.seeded("m"));
  assert.equal(chosen.length, 12);
  assert.deepEqual([...partners].sort((a, b) => a - b), numbers.slice(0, 12));
});
test("a long paragraph gives a run of its parts to be put in order", () => {
  const [task] = PracticeChoose.order(long, 0, 3, PracticeRandom.seeded("o"));
  assert.equal(task.segments.length, 8);
  const first = long.indexOf(task.segments[0]);
  assert.deepEqual(task.segments, long.slice(first, first + 8));
  assert.notDeepEqual(task.mixed, numbers.slice(0, 8));
});
test("paragraphs of fewer than three parts are in order", () => assert.deepEqual(PracticeChoose.order(text.segments, 0, 3, Math.random), []));

test("an address says what it is and is read back", () => {
  const fields = { task: "cloze", from: "p3", to: "p5-2", side: "zh-Hant", list: "hsk-2025", level: "3", count: "10", hints: "on", seed: "k3f9" };
  assert.equal(PracticeAddress.write(fields), "task=cloze&from=p3&to=p5-2&side=zh-Hant&list=hsk-2025&level=3&count=10&hints=on&seed=k3f9");
  assert.deepEqual(PracticeAddress.read(`?${PracticeAddress.write(fields)}`), fields);
});
for (const rubbish of ["?from=<b>&to=p", "?seed=%00&count=0", "?count=1e9&level=-1", "?hints=1&paper=a0", "?%"]) test(`${rubbish} says nothing`, () => assert.deepEqual(PracticeAddress.read(rubbish), {}));

test("the language that is learnt is the one with levels", () => {
  const english = { ...WORDS, language: "en", script: "", lists: [], words: [], lines: {}, variants: {} };
  const both = PracticeText.create({ lines: { ...LINES, languages: ["en", "zh-Hant"] }, words: { en: english, "zh-Hant": WORDS } });
  assert.equal(both.learnt, 1);
  assert.equal(PracticeText.create({ lines: LINES }).learnt, 0);
  assert.deepEqual([both.writes(0), both.writes(1)], [false, true]);
});
test("what an address asks of any page goes along, once", () => assert.equal(PracticeAddress.write({ task: "match", script: "hans" }, "theme=dark&script=hant"), "task=match&script=hans&theme=dark"));
