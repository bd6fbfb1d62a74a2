// Run by `node --test tests/js`, and by pytest.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

vm.runInThisContext(readFileSync(new URL("../../themes/reader/js/citation.js", import.meta.url), "utf8"));

const cite = (lang, text) => Citation.cite([{ lang, text, title: "T", by: "" }], { first: "p1-1", last: "p1-1", url: "u" });

const QUOTED = [
  ["en", "He said “yes”, then “no”.", "“He said ‘yes’, then ‘no’.” T, ¶ 1.1. u"],
  ["en", "The city’s plan.", "“The city’s plan.” T, ¶ 1.1. u"],
  ["zh-Hant", "王曰：「善。」", "「王曰：『善。』」——《T》，第1段第1句。u"],
  ["zh-Hant", "推進“三城一區”建設。", "「推進“三城一區”建設。」——《T》，第1段第1句。u"],
];

for (const [lang, text, expected] of QUOTED) test(`quotation marks inside a citation: ${text}`, () => assert.equal(cite(lang, text), expected));
