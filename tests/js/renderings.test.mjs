// How terms of the report are translated, judged by hand. Run by `node --test tests/js`, and by pytest.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { Concordance, tokens } from "./load-concordance.mjs";

const { ConcordanceAlign, ConcordanceGrams, ConcordanceRenderings, ConcordanceTokens } = Concordance;

/** Segments aligned by hand: lines in turn, Chinese first. */
const lines = readFileSync(new URL("../pairing/gold/report.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"));
const report = Array.from({ length: lines.length / 2 }, (_, at) => lines.slice(2 * at, 2 * at + 2));

/** What is found of a term in pairs of texts: "rendering count" each, and how many are translated otherwise. */
function translated(term, pairs) {
  const [from, to] = /\p{sc=Han}/u.test(term) ? [0, 1] : [1, 0];
  const wanted = tokens(term).map(({ key }) => key);
  const found = [];
  const others = [];
  for (const pair of pairs) {
    const source = tokens(pair[from]);
    const places = ConcordanceTokens.places(source, wanted);
    const sentence = { source, target: tokens(pair[to]), text: pair[to], hits: places.length, inside: places.flatMap((at) => wanted.map((_, by) => at + by)) };
    (places.length ? found : others).push(sentence);
  }
  const renderings = ConcordanceRenderings.renderings(found, others);
  const seen = new Set(renderings.flatMap(({ rows }) => rows));
  return { renderings: renderings.map(({ forms, rows }) => `${forms[0].toLowerCase()} ${rows.length}`), otherwise: found.length - seen.size };
}

const JUDGED = [
  ["高質量發展", ["high-quality development 1"], 0],
  ["創新", ["innovation 5"], 1],
  ["北京", ["beijing 3"], 1],
  ["試點", ["pilots 3"], 0],
  ["改革", ["reform 4"], 0],
  ["數字經濟", ["digital economy 2"], 0],
  ["開放", ["opening up 3"], 1],
  ["企業", ["business 4"], 0],
  ["中關村", ["zhongguancun 4"], 0],
  ["innovation", ["創新 5", "科創 1"], 0],
  ["high-quality development", ["高質量發展 1"], 0],
  ["pilot", ["試點 3"], 2],
  ["5G", ["5g 1"], 0],
  ["digital economy", ["數字經濟 2"], 0],
];

for (const [term, renderings, otherwise] of JUDGED)
  test(`${term} is translated as a translator would say`, () => assert.deepEqual(translated(term, report), { renderings, otherwise }));

test("what says least is not passed for a rendering", () => assert.deepEqual(translated("人工智能", report).renderings, []));

const many = (count, make) => Array.from({ length: count }, (_, at) => make(at));

test("a frequent term is counted without aligning words", () => {
  const pairs = [
    ...many(40, (at) => [`推進改革第${at}步`, `Step ${at} of the reform`]),
    ...many(20, (at) => [`改革第${at}步`, `Step ${at} of the restructuring`]),
    ...many(5, (at) => [`改革開放第${at}步`, `Step ${at} went on`]),
    ...many(100, (at) => [`其他第${at}步`, `Step ${at} of the plan went on`]),
  ];
  assert.deepEqual(translated("改革", pairs), { renderings: ["reform 40", "restructuring 20"], otherwise: 5 });
});

test("nothing is found of nothing", () => {
  assert.deepEqual(ConcordanceRenderings.renderings([], []), []);
  assert.deepEqual(translated("創新", [["創新", "innovation"]]), translated("創新", [["創新", "innovation"]]));
});

test("expressions are counted once a text, and a beginning is no less frequent than what it begins", () => {
  const texts = ["the reform of the reform", "reform pilots", "a pilot"].map(tokens);
  const grams = ConcordanceGrams.count(texts.slice(0, 2), texts.slice(2));
  const one = grams.get("reform");
  assert.deepEqual([one.rows, one.elsewhere], [[0, 1], 0]);
  for (const { name, rows } of grams.values()) assert.ok(grams.get(ConcordanceGrams.keys(name)[0]).rows.length >= rows.length);
});

test("surprise grows with the difference and is nothing without one", () => {
  const surprise = (inside, elsewhere) => ConcordanceGrams.surprise(inside, 10, elsewhere, 90);
  assert.equal(surprise(1, 9), 0);
  assert.equal(surprise(0, 5), 0);
  assert.ok(surprise(5, 3) < surprise(8, 3));
  assert.ok(Math.abs(surprise(10, 0) - 65.0) < 0.1);
});

test("words that stand with nothing else explain each other", () => {
  const explained = ConcordanceAlign.learn([[["a", "b"], ["x", "y"]], [["a"], ["x"]], [["b", "c"], ["y", "z"]]]);
  assert.ok(explained(["a", "b"], [0], "x") > 0.8);
  assert.ok(explained(["a", "b"], [1], "x") < 0.2);
  assert.equal(explained(["a"], [0], "unknown"), 0);
});
