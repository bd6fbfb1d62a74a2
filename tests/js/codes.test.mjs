// Run by `node --test tests/js`, and by pytest.
import assert from "node:assert/strict";
import test from "node:test";
import { SearchCodes, SearchLists } from "./load.mjs";

const WRITTEN = [
  ["", []],
  ["A", [0]],
  ["AAA", [0, 1, 2]],
  ["f", [31]],
  ["fgB", [31, 64]],
];

for (const [text, numbers] of WRITTEN) test(`numbers of ${text || "nothing"}`, () => assert.deepEqual(SearchCodes.numbers(text), numbers));

test("a gap of any size takes as many letters as it needs", () => {
  assert.deepEqual(SearchCodes.numbers("gB"), [32]);
  assert.deepEqual(SearchCodes.numbers("ggB"), [1024]);
  assert.deepEqual(SearchCodes.numbers("gggggggB"), [32 ** 7]);
});

test("terms stand in the order of code points", () => {
  const terms = ["a", "ab", "é", "中", "\ufe00", "𠮷", "𠮷中"];
  for (const [at, one] of terms.entries()) for (const [other, text] of terms.entries()) assert.equal(Math.sign(SearchCodes.compare(one, text)), Math.sign(at - other));
});

test("numbers as they are, and by steps up and down", () => {
  assert.deepEqual(SearchCodes.plain("DgBA"), [3, 32, 0]);
  assert.deepEqual(SearchCodes.steps("GBAC"), [3, 2, 2, 3]);
  const folded = SearchCodes.variants(["47WmjF80B24B", "s2tBw-I53M8vV"]);
  assert.deepEqual(Array.from("學濟發經济 a𠮷", folded), [..."学济发经", undefined, undefined, undefined, undefined]);
});

const SHARDS = ["a\tA\nab\t=b\nab\tB\tabs", "中\t*C\n中国\t!9,4,0,20;AB\n𠮷\tD"];
const dictionary = SearchLists.create({
  root: { terms: "a\n中" },
  read: async (name) => (name.startsWith("terms/") ? SHARDS[name.slice(6)] : { "lists/4": "AB", "lists/5": "UA" }[name]),
});

test("a line is found in its shard, past one that only refers", async () => {
  assert.deepEqual(await dictionary.line("ab"), { term: "ab", list: "B", forms: "abs" });
  assert.deepEqual(SearchLists.listOf(await dictionary.line("中国")), { count: 9, first: 4, heads: [0, 20], lead: [0, 2] });
  assert.deepEqual(SearchLists.listOf(await dictionary.line("中")), { count: 1, ids: [2] });
  assert.equal((await dictionary.line("𠮷")).list, "D");
  for (const term of ["", "b", "中中", "A", "\u{10ffff}", "a\tA"]) assert.equal(await dictionary.line(term), null);
});

test("a range has all lines that begin so", async () => {
  const terms = async (prefix) => (await dictionary.range(prefix)).map(({ term }) => term);
  assert.deepEqual(await terms("a"), ["a", "ab", "ab"]);
  assert.deepEqual(await terms("中"), ["中", "中国"]);
  assert.deepEqual(await terms("x"), []);
});
