// What the page knows of words, and how wide readings are drawn. Run by `node --test tests/js`, and by pytest.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const code = ["text", "fit"].map((name) => readFileSync(new URL(`../../themes/reader/js/learning-${name}.js`, import.meta.url), "utf8")).join("\n");
const { LearningText, LearningFit } = vm.runInThisContext(`${code}\n;({ LearningText, LearningFit })`);

const DATA = {
  language: "zh-Hant",
  script: "zh-Hans",
  schemes: ["pinyin"],
  zhuyin: { yín: "ㄧㄣˊ", yǒng: "ㄩㄥˇ", huār: "ㄏㄨㄚㄦ", zhe: "˙ㄓㄜ", xī: "ㄒㄧ", ān: "ㄢ" },
  lists: [["hsk-2025", "HSK 2025", ["1", "2", "3"]]],
  words: [
    ["殷勇", "", ["Yín Yǒng"], [0], 2],
    ["花兒", "花儿", ["huār"], [2], 4],
    ["著", "着", ["zhe"], [1], 7],
    ["西安", "", ["Xī ān"], [3], 5],
    ["頭髮", "头发", ["tóu fa"], [3], 5],
  ],
  lines: { "p1-1": [0, 2, -1, 1], "p1-2": [-2, 4] },
  variants: { "p1-2": [0, 2, "甲乙丙", 3, 4, "發發"] },
};
const view = LearningText.view(DATA);

test("a line is cut into words and what is between", () =>
  assert.deepEqual(view.runs("p1-1").map(({ start, end, word }) => [start, end, word?.text]), [
    [0, 2, "殷勇"],
    [2, 3, "著"],
    [3, 4, undefined],
    [4, 6, "花兒"],
  ]));

test("a line that nothing is known of has no words", () => assert.deepEqual(view.runs("p9-9"), []));

test("zhuyin follows from pinyin where every syllable has it", () => {
  assert.deepEqual(view.words[0].readings.zhuyin, ["ㄧㄣˊ", "ㄩㄥˇ"]);
  assert.equal(view.words[4].readings.zhuyin, undefined);
  assert.deepEqual(view.schemes, ["pinyin", "zhuyin"]);
});

test("one syllable for two characters stands over the word", () => {
  assert.equal(LearningText.byCharacter(view.words[1], "pinyin"), null);
  assert.deepEqual(LearningText.byCharacter(view.words[3], "pinyin"), ["Xī", "ān"]);
});

const JOINED = [
  [["Xī", "ān"], "Xī’ān"],
  [["fā", "zhǎn"], "fāzhǎn"],
  [["Běi", "jīng", "Shì"], "Běijīng Shì"],
  [["hou2", "jan4"], "hou2jan4"],
];
for (const [syllables, word] of JOINED) test(`pinyin is spelled as words: ${word}`, () => assert.equal(LearningText.joined(syllables), word));

const TONES = { mā: 1, má: 2, mǎ: 3, mà: 4, ma: 5, Ān: 1, lǜ: 4, ㄇㄚ: 1, ㄇㄚˊ: 2, ㄇㄚˇ: 3, ㄇㄚˋ: 4, "˙ㄇㄚ": 5, "": 0 };
for (const [syllable, tone] of Object.entries(TONES)) test(`the tone of “${syllable}”`, () => assert.equal(LearningText.tone(syllable), tone));

test("words turn into the other script, and where more is said, that holds", () => {
  assert.deepEqual(view.edits("p1-1"), [
    { start: 2, end: 3, text: "着" },
    { start: 4, end: 6, text: "花儿" },
  ]);
  assert.equal(LearningText.turned("殷勇著，花兒", 0, view.edits("p1-1")), "殷勇着，花儿");
  assert.equal(LearningText.turned("子丑頭髮", 0, view.edits("p1-2")), "甲乙丙头發發");
});

test("a line in pieces says the same as a whole one", () => {
  const text = "子丑頭髮寅";
  for (let cut = 0; cut <= text.length; cut++)
    for (const id of ["p1-1", "p1-2"]) {
      const changes = view.edits(id);
      const halves = LearningText.turned(text.slice(0, cut), 0, changes) + LearningText.turned(text.slice(cut), cut, changes);
      assert.equal(halves, LearningText.turned(text, 0, changes), `${id} cut at ${cut}`);
    }
});

test("what is no line is told by the words", () => assert.equal(view.guess("花兒著殷勇頭"), "花儿着殷勇头"));

const HELPED = [
  [{}, [0, 1, 2, 3, 4]],
  [{ above: "hsk-2025:2" }, [0, 3, 4]],
  [{ above: "hsk-2025:3" }, [0]],
  [{ above: "unknown:1" }, [0, 1, 2, 3, 4]],
  [{ known: (text) => text === "西安" }, [0, 1, 2, 4]],
];
for (const [wish, places] of HELPED)
  test(`which words get help: ${JSON.stringify(wish)}`, () => assert.deepEqual(view.words.filter((word) => LearningText.helped(word, wish)).map(({ place }) => place), places));

/** Where readings end up, by how wide they are drawn: [from, to] each, in characters. */
function drawn(cells, fits) {
  let at = 0;
  return cells.flatMap(({ width, reading }, place) => {
    const [middle, size] = [at + width / 2, reading * fits[place]];
    at += width;
    return reading ? [[middle - size / 2, middle + size / 2]] : [];
  });
}

test("readings never touch, however long they are", () => {
  let seed = 1;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let round = 0; round < 500; round++) {
    const cells = Array.from({ length: 12 }, () => ({ width: 1 + Math.floor(random() * 3), reading: random() < 0.2 ? 0 : 0.3 + random() * 4 }));
    const fits = LearningFit.fits(cells, 0.14);
    assert.ok(fits.every((fit) => fit > 0 && fit <= 1));
    const places = drawn(cells, fits);
    for (let at = 1; at < places.length; at++) assert.ok(places[at][0] - places[at - 1][1] > 0.14 - 1e-9, `${JSON.stringify(cells)} at ${at}`);
  }
});

test("a reading that fits is drawn as it is", () => assert.deepEqual(LearningFit.fits([{ width: 2, reading: 1.5 }, { width: 1, reading: 0 }], 0.14), [1, 1]));

test("half a word hangs over the end of its row", () => {
  const whole = [{ width: 2, reading: 1.8 }, { width: 1, reading: 1.6 }, { width: 2, reading: 1.8 }];
  const parted = [whole[0], { ...whole[1], before: true }, whole[2]];
  assert.ok(LearningFit.fits(parted, 0.14)[1] > LearningFit.fits(whole, 0.14)[1]);
});
