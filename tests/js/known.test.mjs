// What a learner knows: the store, whatever stands in the browser's storage, and files. Run by `node --test tests/js`.
import assert from "node:assert/strict";
import test from "node:test";
import { Learner } from "./load-vocabulary.mjs";

const { KnownStore, KnownFile } = Learner;

/** A store on a shelf that can be looked at, and one more on the same shelf: another tab. */
function opened(kept = null) {
  const shelf = { kept };
  const one = () => KnownStore.create({ read: () => structuredClone(shelf.kept), write: (value) => ((shelf.kept = JSON.parse(JSON.stringify(value))), true) });
  return { shelf, store: one(), other: one };
}

const word = (key, more = {}) => ({ tag: "zh-Hant", key, forms: [], lists: ["hsk-2025", "hsk-2.0"], levels: [0, 0], ...more });
const FAZHAN = word("发展", { forms: ["發展"], levels: [2, 4] });

test("a word is new, being learnt or known, by its Simplified form", () => {
  const { store, shelf } = opened();
  assert.equal(store.state(FAZHAN), "new");
  store.set([FAZHAN], "learning");
  assert.equal(store.state({ tag: "zh-Hans", key: "发展" }), "learning");
  store.set([FAZHAN], "known");
  assert.deepEqual(shelf.kept, { zh: { known: ["发展"] } });
  store.set([FAZHAN], "new");
  assert.deepEqual(shelf.kept, {});
});

test("a row of a script of words is kept by the form that dictionaries know", () => {
  const data = (language) => ({ language, lists: [["hsk-2.0", "HSK 2.0", ["1"]]] });
  assert.equal(KnownStore.word(["發展", "发展", [], [1], 6], data("zh-Hant")).key, "发展");
  assert.equal(KnownStore.word(["发展", "發展", [], [1], 6], data("zh-Hans")).key, "发展");
  assert.equal(KnownStore.word(["發展", "", [], [1], 6, "发展"], data("zh-Hant")).key, "发展");
  assert.equal(KnownStore.word(["Growth", "", [], [1], 6], data("en-GB")).key, "growth");
  assert.deepEqual(KnownStore.word(["發展", "发展", [], [1], 6], data("zh-Hant")).forms, ["發展"]);
});

test("languages are kept apart", () => {
  const { store } = opened();
  store.set([word("世界")], "known");
  assert.equal(store.state(word("世界", { tag: "ja" })), "new");
});

test("a word that was kept as another form is found, and put under its own when something is said of it", () => {
  const { store, shelf } = opened({ zh: { known: ["發展"] } });
  assert.equal(store.state(FAZHAN), "known");
  store.set([FAZHAN], "learning");
  assert.deepEqual(shelf.kept, { zh: { learning: ["发展"] } });
});

test("everything up to a level is known, but for what was said of a word itself", () => {
  const { store, shelf } = opened();
  store.set([word("经济", { levels: [3, 0] })], "learning");
  store.grant("zh-Hant", "hsk-2025", 3);
  assert.equal(store.state(FAZHAN), "known");
  assert.equal(store.state(word("经济", { levels: [3, 0] })), "learning");
  assert.equal(store.state(word("区块链", { levels: [0, 0] })), "new");
  assert.equal(store.state(word("阶段", { levels: [4, 4] })), "new");
  store.set([FAZHAN], "new");
  assert.equal(store.state(FAZHAN), "new");
  assert.deepEqual(shelf.kept.zh, { learning: ["经济"], new: ["发展"], upto: { "hsk-2025": 3 } });
  store.set([FAZHAN], "known");
  assert.equal("new" in shelf.kept.zh, false);
  store.grant("zh-Hant", "hsk-2025", 0);
  assert.equal(store.state(FAZHAN), "new");
});

test("what another tab has said is not lost", () => {
  const { store, other, shelf } = opened();
  const second = other();
  store.set([word("甲")], "known");
  second.set([word("乙")], "known");
  assert.deepEqual(shelf.kept.zh.known, ["甲", "乙"]);
  assert.equal(store.state(word("乙")), "new");
  store.again();
  assert.equal(store.state(word("乙")), "known");
});

test("where nothing can be kept, it holds for the visit", () => {
  const store = KnownStore.create({ read: () => null, write: () => false });
  store.set([word("甲")], "known");
  store.set([word("乙")], "learning");
  assert.deepEqual([store.state(word("甲")), store.state(word("乙"))], ["known", "learning"]);
});

const RUBBISH = [null, 7, "zh", [], ["zh"], { zh: null }, { zh: 5 }, { zh: { known: "發展" } }, { zh: { known: [7, null, {}, "", " ", "甲".repeat(99)] } }, { "<b>": { known: ["甲"] } }];
RUBBISH.push({ zh: { upto: { "hsk-2025": "9" } } }, { zh: { upto: 3 } }, { zh: { upto: { x: -1, y: 1.5, z: 1e9 } } }, { __proto__: { zh: { known: ["甲"] } } });

for (const kept of RUBBISH)
  test(`rubbish changes nothing: ${JSON.stringify(kept)?.slice(0, 60)}`, () => {
    const { store, shelf } = opened(kept);
    assert.equal(store.state(word("甲")), "new");
    store.set([word("乙")], "known");
    assert.deepEqual(shelf.kept, { zh: { known: ["乙"] } });
  });

test("a file is added: the state that is further wins, and it is told what that changed", () => {
  const { store, shelf } = opened({ zh: { known: ["甲"], learning: ["乙", "丙"], upto: { "hsk-2.0": 2 } } });
  const told = store.merge({ zh: { known: ["乙", "丁"], learning: ["甲", "丙"], upto: { "hsk-2.0": 1, "hsk-2025": 3 } }, ja: { known: ["犬"] } });
  assert.deepEqual(told, { added: 2, changed: 1, same: 2 });
  assert.deepEqual(shelf.kept, { ja: { known: ["犬"] }, zh: { known: ["乙", "甲", "丁"], learning: ["丙"], upto: { "hsk-2.0": 2, "hsk-2025": 3 } } });
});

test("everything goes into a file and comes out of it", () => {
  const words = { zh: { known: ["发展"], upto: { "hsk-2025": 3 } } };
  const cards = { perDay: 20, cards: {} };
  assert.deepEqual(KnownFile.read(KnownFile.json(words, cards), { tag: "zh-Hant" }), { words, cards });
  assert.equal(KnownFile.read(KnownFile.json(words), { tag: "zh-Hant" }).cards, undefined);
});

const LISTS = [
  ["發展\n经济\n", { known: ["發展", "经济"] }],
  ["\uFEFF發展\tfāzhǎn\tdevelopment\r\n經濟, economy\r\n\r\n", { known: ["發展", "經濟"] }],
  ["# my list\n# learning\n發展\n發展\n", { learning: ["發展"] }],
  ["発\u304b\u3099\n", { known: ["発が"] }],
];
for (const [text, zh] of LISTS) test(`a plain list is read: ${JSON.stringify(text)}`, () => assert.deepEqual(KnownFile.read(text, { tag: "zh-Hant" }).words, { zh }));

test("whose words a plain list has is said by who reads it, unless its head says so", () => {
  assert.deepEqual(KnownFile.read("甲\n", { tag: "ja", state: "learning" }).words, { ja: { learning: ["甲"] } });
  assert.deepEqual(KnownFile.read(KnownFile.list(["甲"], "known"), { tag: "zh", state: "learning" }).words, { zh: { known: ["甲"] } });
});

for (const text of ["", "   ", "{", "{}", '{"format":"other"}', "1\n2\n3", "# known\n", "\u0000\u0001".repeat(20)])
  test(`what is no such file is not read: ${JSON.stringify(text)}`, () => assert.equal(KnownFile.read(text, { tag: "zh" }), null));

test("a file of ours with rubbish in it changes nothing", () => {
  const { store, shelf } = opened({ zh: { known: ["甲"] } });
  for (const words of [null, 7, [1], { zh: [] }, { zh: { known: 1 } }]) {
    const found = KnownFile.read(JSON.stringify({ format: "bilingual-reader-learner", words }), { tag: "zh" });
    assert.deepEqual(store.merge(found.words), { added: 0, changed: 0, same: 0 });
  }
  assert.deepEqual(shelf.kept, { zh: { known: ["甲"] } });
});
