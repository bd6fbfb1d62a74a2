// The steps of a presentation, and links for a class. Run by `node --test tests/js`, and by pytest.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const load = (name, global) => vm.runInThisContext(`${readFileSync(new URL(`../../themes/reader/js/${name}.js`, import.meta.url), "utf8")}\n;${global}`);
const PresentSteps = load("present-steps", "PresentSteps");
const ClassLink = load("class-link", "ClassLink");
load("listening-voices", "ListeningVoices");
const ListeningRanks = load("listening-ranks", "ListeningRanks");
const QrCode = load("vendor/uqr", "QrCode");

const IDS = ["p1-1", "p2-1", "p2-2", "p2-3", "p3-1"];

test("a slide is a segment or a paragraph", () => {
  assert.deepEqual(PresentSteps.slides(IDS, false).length, 5);
  assert.deepEqual(PresentSteps.slides(IDS, true), [["p1-1"], ["p2-1", "p2-2", "p2-3"], ["p3-1"]]);
});
for (const [whole, id, at] of [[false, "p2-2", 2], [false, "p2", 1], [true, "p2-3", 1], [true, "p3", 2], [true, "p99", 0], [false, undefined, 0]])
  test(`${id} is found at ${at}`, () => assert.equal(PresentSteps.find(PresentSteps.slides(IDS, whole), id), at));
test("a clicker shows what is hidden before it goes on, and stops at the end", () => {
  const seen = [];
  for (let now = { at: 0, open: false }; now; now = PresentSteps.forward(now, 2, false)) seen.push(`${now.at}${now.open ? "+" : ""}`);
  assert.equal(seen.join(" "), "0 0+ 1 1+");
});
test("where translations stay open each press is a slide", () => assert.deepEqual(PresentSteps.forward({ at: 0, open: true }, 2, true), { at: 1, open: true }));
test("back is a slide, open as it was left", () => {
  assert.deepEqual(PresentSteps.back({ at: 2 }), { at: 1, open: true });
  assert.equal(PresentSteps.back({ at: 0 }), null);
});

const LINKS = [
  [{}, "index.html"],
  [{ from: "p3-1", to: "p3-1" }, "index.html#p3-1"],
  [{ from: "p3-1", to: "p5", only: true }, "index.html?only=p3-1:p5#p3-1:p5"],
  [{ shows: "only:0" }, "index.html?show=zh-Hant"],
  [{ shows: "cover:1" }, "index.html?view=reveal&first=zh-Hant"],
  [{ shows: "cover:0" }, "index.html?view=reveal&first=en"],
  [{ shows: "rows", settings: { grain: "segment", size: "140", theme: "auto", ui: "" } }, "index.html?view=rows&grain=segment&size=140"],
  [{ what: "present", from: "p3-1", shows: "rows" }, "index.html?view=rows&present=p3-1#p3-1"],
  [{ what: "cloze", from: "p3", to: "p5", seed: "k3f9", settings: { size: "140", script: "hans" } }, "practice.html?task=cloze&from=p3&to=p5&script=hans&seed=k3f9"],
];
for (const [choice, address] of LINKS) test(address, () => assert.equal(ClassLink.write(choice, ["zh-Hant", "en"]), address));

const VOICES = ["zh-HK Sin-ji", "zh-CN Tingting", "zh_TW Meijia", "zh-CN Cantonese(HK)", "en-US Samantha", "fr-FR Remote"].map((each) => ({ lang: each.split(" ")[0], name: each.split(" ")[1], localService: !each.includes("Remote") }));
const VOICED = [["zh-Hant", "Meijia"], ["zh-Hans", "Tingting"], ["yue", "Sin-ji"], ["zh-HK", "Sin-ji"], ["en", "Samantha"], ["fr", undefined], ["de", undefined]];
for (const [tag, name] of VOICED) test(`${tag} is read by ${name ?? "nobody"}`, () => assert.equal(ListeningRanks.choose(VOICES, tag)?.name, name));

test("an address becomes a square of black and white", () => {
  const { data, size } = QrCode.encode("https://example.org/report/index.html?view=reveal#p3-1", { ecc: "M", border: 3 });
  assert.equal(data.length, size);
  assert.ok(data.every((row) => row.length === size));
});
