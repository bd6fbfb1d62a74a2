// Run by `node --test tests/js`, and by pytest: what is looked up for a query.
import assert from "node:assert/strict";
import test from "node:test";
import { SearchMatch, SearchTerms, stem, variants } from "./load.mjs";

const search = SearchMatch.create({ variants: variants(["龍門", "龙门"]), stem });
const plan = (query) => {
  const { now, late } = SearchTerms.plan(search.parse(query), search.stem);
  return [now, late].map((asks) => asks.map(({ kind, text, without }) => `${without ? "-" : ""}${text}${{ term: "", prefix: "…", character: "*" }[kind]}`).join(" "));
};

const PLANS = [
  ["龍門", "龙门", ""],
  ["龍", "龙*", ""],
  ["一二三", "一二 二三", ""],
  ["一二三四", "一二 三四", "二三"],
  ["一二三四五", "一二 三四 四五", "二三"],
  ["一 二", "一* 二*", ""],
  ["“一 二”", "一二", ""],
  ["𠮷一", "𠮷一", ""],
  ["reforms ", "reform", ""],
  ["reforms", "reforms…", ""],
  ["re", "re", ""],
  ["創新 innovation ", "創新 innov", ""],
  ["一ab二", "ab", ""],
  ["ab一二", "一二", ""],
  ['"the state of art" ', "state", "the art of"],
  ['"the art', "the", ""],
  ["“don’t worry” ", "worri", "don t"],
  ["42.9%", "42", "9"],
  ["%", "%", ""],
  ["% 一二", "一二", ""],
  ["一二 -三四", "一二", "-三四"],
  ["一二 -三四五 -word", "一二", ""],
  ["-一二", "", "-一二"],
  ["כתב", "כת תב", ""],
  ["ו", "ו*", ""],
  ["", "", ""],
];
for (const [query, now, late] of PLANS) test(`what is looked up for ${query || "nothing"}`, () => assert.deepEqual(plan(query), [now, late]));

test("of a paragraph that was pasted, a few pairs at once", () => {
  const { now, late } = SearchTerms.plan(search.parse(String.fromCodePoint(...Array.from({ length: 300 }, (_, at) => 0x4e00 + at))), search.stem);
  assert.equal(now.length, 5);
  assert.equal(now.length + late.length, 299);
});
