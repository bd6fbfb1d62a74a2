// Run by `node --test tests/js`, and by pytest: who may read what aloud, in which order, and in which parts.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const folder = new URL("../../themes/reader/js/", import.meta.url);
const names = "voices ranks queue text choices cues".split(" ");
const code = names.map((name) => readFileSync(new URL(`listening-${name}.js`, folder), "utf8")).join("\n");
const found = vm.runInThisContext(`${code}\n;({ ListeningVoices, ListeningRanks, ListeningQueue, ListeningText, ListeningChoices, ListeningCues })`);
const { ListeningVoices, ListeningRanks, ListeningQueue, ListeningText, ListeningChoices, ListeningCues } = found;

const voice = (lang, name = lang, more = {}) => ({ lang, name, voiceURI: name, localService: true, ...more });
const fits = (lang, tag, more) => ListeningVoices.fits(voice(lang, lang, more), tag);

test("Mandarin is read by voices of Mandarin, however they spell it", () => {
  for (const lang of ["zh-TW", "zh-CN", "zh_CN", "zh", "cmn", "cmn-Hans-CN", "cmn-Hant-TW", "zh-cmn", "zh-SG"])
    for (const tag of ["zh-Hant", "zh-Hans", "zh", "zh-TW", "lzh"]) assert.ok(fits(lang, tag), `${lang} for ${tag}`);
});

test("Cantonese never reads Mandarin, nor Mandarin Cantonese", () => {
  for (const lang of ["zh-HK", "zh_HK", "zh-Hant-HK", "yue", "yue-HK", "zh-yue", "zh-MO", "nan-TW", "zh-nan", "hak", "wuu-CN"])
    for (const tag of ["zh-Hant", "zh-Hans", "zh"]) assert.ok(!fits(lang, tag), `${lang} for ${tag}`);
  for (const lang of ["zh-TW", "zh-CN", "cmn", "zh"]) assert.ok(!fits(lang, "yue"), lang);
  for (const lang of ["zh-HK", "yue-HK", "zh-yue"]) for (const tag of ["yue", "yue-Hant", "zh-HK"]) assert.ok(fits(lang, tag), `${lang} for ${tag}`);
});

test("voices that ask another computer, read pinyin or speak a dialect are none", () => {
  assert.ok(!fits("zh-CN", "zh-Hans", { localService: false }));
  assert.ok(!fits("en-US", "en", { localService: undefined }));
  for (const lang of ["cmn-latn-pinyin", "cmn-Latn", "zh-CN-sichuan", "zh-CN-liaoning"]) assert.ok(!fits(lang, "zh-Hans"), lang);
});

test("other languages are matched by themselves", () => {
  assert.ok(fits("en-GB", "en") && fits("en", "en-US") && fits("no-NO", "nb") && fits("pt-BR", "pt-PT") && fits("iw-IL", "he"));
  assert.ok(!fits("en-US", "de") && !fits("", "en") && !fits("ja-JP", "zh-Hant"));
});

test("the best voice is at home where the text is, and no joke", () => {
  const names = (voices, tag) => ListeningRanks.ranked(voices, tag).map(({ name }) => name);
  const chinese = [voice("zh-CN", "Ting-Ting"), voice("cmn", "Mandarin espeak-ng"), voice("zh-HK", "Sin-ji"), voice("zh-TW", "Mei-Jia")];
  assert.deepEqual(names(chinese, "zh-Hant"), ["Mei-Jia", "Ting-Ting", "Mandarin espeak-ng"]);
  assert.deepEqual(names(chinese, "zh-Hans"), ["Ting-Ting", "Mei-Jia", "Mandarin espeak-ng"]);
  assert.deepEqual(names(chinese, "yue"), ["Sin-ji"]);
  assert.ok(ListeningRanks.doubtful(chinese[1]) && !ListeningRanks.doubtful(chinese[0]));
  const english = [voice("en-US", "Zarvox"), voice("en-US", "Fred"), voice("en-GB", "Daniel (Enhanced)"), voice("en-US", "Samantha")];
  assert.equal(names(english, "en")[0], "Daniel (Enhanced)");
  assert.equal(names(english, "en-US")[0], "Samantha");
  assert.equal(ListeningRanks.choose(english, "en", "Fred").name, "Fred");
  assert.equal(ListeningRanks.choose(english, "en", "gone").name, "Daniel (Enhanced)");
  assert.equal(ListeningRanks.choose(english, "zh-Hant", ""), undefined);
});

/** What is heard from the beginning to the end, at most so many. */
const run = (plan, heard = () => true, most = 20) => {
  const said = [];
  let place = ListeningQueue.find(plan, 0, 1, heard);
  while (place && said.length < most) {
    said.push(`${plan.ids[place.at]} ${plan.tags[place.part]}`);
    place = ListeningQueue.after(plan, place, heard);
  }
  return said;
};

test("sentence by sentence, in the order of languages, each so many times", () => {
  assert.deepEqual(run({ ids: ["a", "b"], tags: ["zh"], times: 1 }), ["a zh", "b zh"]);
  assert.deepEqual(run({ ids: ["a", "b"], tags: ["zh", "en"], times: 1 }), ["a zh", "a en", "b zh", "b en"]);
  assert.deepEqual(run({ ids: ["a", "b"], tags: ["en", "zh"], times: 2 }), ["a en", "a zh", "a en", "a zh", "b en", "b zh", "b en", "b zh"]);
  assert.deepEqual(run({ ids: ["a", "b"], tags: ["zh"], times: Infinity }, undefined, 3), ["a zh", "a zh", "a zh"]);
});

test("what cannot be heard is passed over", () => {
  const plan = { ids: ["a", "b", "c"], tags: ["zh", "en"], times: 2 };
  assert.deepEqual(run(plan, (id, tag) => id !== "b" && !(id === "a" && tag === "en")), ["a zh", "a zh", "c zh", "c en", "c zh", "c en"]);
  assert.deepEqual(run(plan, () => false), []);
});

test("from A to B over and over", () => {
  const plan = { ids: ["a", "b", "c", "d"], tags: ["zh"], times: 1, from: 1, to: 2 };
  assert.deepEqual(run(plan, undefined, 6), ["a zh", "b zh", "c zh", "b zh", "c zh", "b zh"]);
});

test("before and behind a sentence; at the ends its own beginning", () => {
  const plan = { ids: ["a", "b", "c"], tags: ["zh", "en"], times: 3 };
  const skip = (at, by, heard = () => true) => ListeningQueue.skip(plan, { at, turn: 2, part: 1 }, by, heard);
  assert.deepEqual(skip(1, 1), { at: 2, turn: 0, part: 0 });
  assert.deepEqual(skip(1, -1), { at: 0, turn: 0, part: 0 });
  assert.deepEqual(skip(2, 1), { at: 2, turn: 0, part: 0 });
  assert.deepEqual(skip(2, -1, (id) => id !== "b"), { at: 0, turn: 0, part: 0 });
});

test("another order keeps the sentence, and the language if it is still asked for", () => {
  const before = { ids: ["a", "b"], tags: ["zh", "en"], times: 3 };
  const moved = (tags, times = 3) => ListeningQueue.moved({ ids: ["a", "b"], tags, times }, { at: 1, turn: 2, part: 1 }, before, () => true);
  assert.deepEqual(moved(["en", "zh"]), { at: 1, turn: 2, part: 0 });
  assert.deepEqual(moved(["zh"]), { at: 1, turn: 0, part: 0 });
  assert.deepEqual(moved(["zh", "en"], 1), { at: 1, turn: 0, part: 1 });
});

test("a long sentence is given in parts, at ends of sentences and clauses, and nothing is lost", () => {
  const chinese = "我們加快建設國際科技創新中心，加強科技領軍人才培養；".repeat(8) + "完。";
  const english = "We stepped up the pace of building Beijing into an international innovation center, especially among the young. ".repeat(6).trim();
  for (const text of [chinese, english, "字".repeat(500), "word ".repeat(200).trim(), "x".repeat(999)]) {
    const pieces = ListeningText.pieces(text);
    assert.ok(pieces.length > 1 && pieces.every((piece) => piece && piece.length <= 240), text.slice(0, 20));
    assert.equal(pieces.join("").replaceAll(" ", ""), text.replaceAll(" ", ""));
  }
  assert.ok(ListeningText.pieces(english).every((piece) => piece.endsWith(".")));
  assert.ok(ListeningText.pieces(chinese).every((piece) => /[，；。]$/.test(piece)));
  assert.deepEqual(ListeningText.pieces("  一句。\n 兩句。 "), ["一句。 兩句。"]);
  assert.deepEqual(ListeningText.pieces(" "), []);
  assert.deepEqual(ListeningText.pieces("「短。」她說：“好！”"), ["「短。」她說：“好！”"]);
});

test("a line in its other script, by the data for learners", () => {
  const data = {
    script: "zh-Hans",
    words: [["政府", "", [], [], 0], ["報告", "报告", [], [], 0], ["著力", "着力", [], [], 0]],
    lines: { "p1-1": [0, 1, -1, 2, -1], "p1-2": [2, -2] },
    variants: { "p1-1": [4, 5, "、"], "p1-2": [0, 3, "着力后"] },
  };
  assert.equal(ListeningText.otherScript(data, "p1-1", "政府報告，著力。"), "政府报告、着力。");
  assert.equal(ListeningText.otherScript(data, "p1-2", "著力後，"), "着力后，");
  assert.equal(ListeningText.otherScript(data, "p1-1", "政府报告"), "政府报告"); // the page shows something else
  assert.equal(ListeningText.otherScript(data, "p9-9", "沒有"), "沒有");
  assert.equal(ListeningText.otherScript(undefined, "p1-1", "沒有"), "沒有");
});

test("rubbish that was kept chooses nothing", () => {
  const fresh = ListeningChoices.valid(null);
  for (const rubbish of ["x", 7, [], { rate: "1", times: -4, wait: 99, order: 5, voices: { 中: "x", zh: 1 } }, { voices: "x", rate: Infinity }]) assert.deepEqual(ListeningChoices.valid(rubbish), fresh);
  const good = { rate: 0.75, times: 0, wait: -1, order: "zh-Hant,en", voices: { cmn: "Mei-Jia" } };
  assert.deepEqual(ListeningChoices.valid(good), good);
  assert.deepEqual(ListeningChoices.orders("zh-Hant", "en"), ["zh-Hant", "en", "zh-Hant,en", "en,zh-Hant"]);
  assert.deepEqual(ListeningChoices.orders("zh-Hant", undefined), ["zh-Hant"]);
});

test("a section's recording comes before that of the whole; a time has its sentence", () => {
  const whole = { language: "zh", section: "", cues: { "p1-1": [0, 2], "p1-2": [2.5, 4] } };
  const part = { language: "zh", section: "s1", cues: { "p1-2": [0, 1] } };
  assert.equal(ListeningCues.rowFor([whole, part], "p1-2", "zh"), part);
  assert.equal(ListeningCues.rowFor([whole, part], "p1-1", "zh"), whole);
  assert.equal(ListeningCues.rowFor([whole, part], "p1-1", "en"), undefined);
  assert.equal(ListeningCues.rowFor([whole], "constructor", "zh"), undefined);
  assert.deepEqual([0, 1.9, 2.2, 3, 4].map((time) => ListeningCues.at(whole, time)), ["p1-1", "p1-1", "p1-2", "p1-2", ""]);
  assert.ok(ListeningCues.goesOn(2.05, 2.5) && ListeningCues.goesOn(2.6, 2.5));
  assert.ok(!ListeningCues.goesOn(0, 2.5) && !ListeningCues.goesOn(3, 2.5));
});
