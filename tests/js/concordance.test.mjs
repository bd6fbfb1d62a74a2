// Run by `node --test tests/js`, and by pytest.
import assert from "node:assert/strict";
import test from "node:test";
import { Concordance, engine, tokens } from "./load-concordance.mjs";

const { ConcordanceTokens, ConcordanceLines, ConcordanceOrder, ConcordanceTable, ConcordanceSearch } = Concordance;
const WORK = { id: "report", languages: ["zh-Hant", "en"], titles: ["報告", "Report"] };
const keys = (text) => tokens(text).map(({ key }) => key);

/** The lines of a query in pairs of rows [id, zh, en], as the page makes them. */
function lines(pairs, query, work = WORK) {
  return pairs.flatMap((rows, unit) =>
    engine.match(engine.prepare(rows), engine.parse(`${query} `)).flatMap(({ rows: found }) =>
      ConcordanceLines.lines({ work, page: "report/index.html", unit, note: false, rows: found }, rows.map(([id, ...texts]) => ({ id, texts }))),
    ),
  );
}

const PAIR = [
  ["p4-1", "加快建設創新中心，", "We sped up the pace of building an innovation center. "],
  ["p4-2", "推動創新發展。", "Innovative, high-quality development was promoted."],
];
const shown = ({ lead, before, hit, after, rest }) => [lead, before, hit, after, rest].join("|");

test("words are their stems and Chinese is its characters", () => {
  assert.deepEqual(keys("High-quality innovations, 5G創新"), ["high", "qualiti", "innov", "5g", "创", "新"]);
});

test("tokens know where they stand and what parts them", () => {
  const all = tokens("R&D, ﬁne 龍門");
  assert.deepEqual(all.map(({ start, end }) => "R&D, ﬁne 龍門".slice(start, end)), ["R", "D", "ﬁne", "龍", "門"]);
  assert.deepEqual(all.map(({ parted }) => parted), [false, false, true, false, false]);
});

test("an expression is not found across punctuation", () => {
  assert.deepEqual(ConcordanceTokens.places(tokens("reform, pilot reform pilots"), keys("reform pilot")), [2]);
});

test("a hit stands between what precedes and what follows, in its segment and around it", () => {
  assert.deepEqual(lines([PAIR], "創新").map(shown), ["|加快建設|創新|中心，|推動創新發展。", "加快建設創新中心，|推動|創新|發展。|"]);
});

test("a line has the translation of its segment", () => {
  const [line] = lines([PAIR], "innovation");
  assert.deepEqual(line.others, [{ side: 0, text: "加快建設創新中心，", ranges: [] }]);
  assert.deepEqual([line.id, line.side, line.hit], ["p4-1", 1, "innovation"]);
});

test("words side by side are one hit", () => {
  assert.deepEqual(lines([PAIR], "quality high development").map(({ hit }) => hit), ["high-quality development"]);
});

test("a hit across segments is a line in each of them, with the translation of both", () => {
  const found = lines([PAIR], "中心，推動");
  assert.deepEqual(found.map(({ id, hit }) => [id, hit]), [["p4-1:p4-2", "中心，"], ["p4-1:p4-2", "推動"]]);
  assert.equal(found[0].others[0].text, "We sped up the pace of building an innovation center. Innovative, high-quality development was promoted.");
});

const CUTS = [
  ["one two three", 8, "one two ", "three"],
  ["一二三四五", 6, "一二三", "三四五"],
  ["𠮷𠮷𠮷", 4, "𠮷𠮷", "𠮷𠮷"],
  ["incomprehensibilities", 5, "incom", "ities"],
  ["short", 40, "short", "short"],
  ["", 5, "", ""],
];

for (const [text, room, beginning, ending] of CUTS)
  test(`context of ${JSON.stringify(text)} is cut to ${room}`, () => {
    assert.equal(ConcordanceLines.beginning(text, room), beginning);
    assert.equal(ConcordanceLines.ending(text, room).trimStart(), ending);
  });

const SENTENCES = [
  [["p1-1", "北京市市長", "the mayor of Beijing"]],
  [["p2-1", "北京成功", "success of Beijing, and more"]],
  [["p3-1", "在北京", "in Beijing"]],
  [["p4-1", "大北京證券", "Big Beijing stocks"]],
];
const ordered = (query, order) => ConcordanceOrder.sorted(lines(SENTENCES, query), order, tokens).map(({ id }) => id[1]).join("");

test("lines stand as in the text", () => assert.equal(ordered("北京", "text"), "1234"));
test("Chinese is sorted by pinyin, and the end of a text comes first", () => assert.equal(ordered("北京", "right1"), "3214"));
test("the second character that follows", () => assert.equal(ordered("北京", "right2"), "3241"));
test("what precedes is read backwards", () => assert.equal(ordered("Beijing", "left1"), "4312"));
test("the second word that precedes", () => assert.equal(ordered("Beijing", "left2"), "3412"));
test("an unknown order is that of the text", () => assert.equal(ordered("北京", "pile"), "1234"));

test("languages stand one after another", () => {
  const all = lines([PAIR], "創新 innovation");
  assert.deepEqual(ConcordanceOrder.sorted(all, "right1", tokens).map(({ side }) => side), [0, 0, 1, 1]);
});

test("a table has what spreadsheets would spoil written out", () => {
  const found = lines([[["p1-1", "=SUM\t創新\\\n二", "@innovation"]]], "創新");
  assert.equal(
    ConcordanceTable.table(found),
    "document\tplace\tlanguage\tbefore\thit\tafter\tzh-Hant\ten\n報告\tp1-1\tzh-Hant\t'=SUM\t創新\t\\\\ 二\t\t'@innovation\n",
  );
});

/** What SearchTexts does, over a map from queries to windows of results. */
function texts(windows) {
  const asked = [];
  return {
    asked,
    async *find(query) {
      asked.push(query);
      yield* windows[query] ?? [{ results: [], exact: true }];
    },
    unit: async () => ({ pair: { rows: [["p1-1", "創新", "innovation"]] } }),
  };
}
const result = (unit) => ({ work: WORK, page: "", unit, note: false, rows: [{ id: "p1-1", texts: ["創新", "innovation"], ranges: [[[0, 2]], []] }] });

test("windows are pulled until there are as many lines as were asked for", async () => {
  const library = texts({ "創新 ": [0, 1, 2].map((unit) => ({ results: [result(unit)], exact: unit === 2 })) });
  const found = ConcordanceSearch.ask(library, "創新", {});
  await found.more(2);
  assert.deepEqual([found.lines.length, found.exact], [2, false]);
  await found.more(Infinity);
  assert.deepEqual([found.lines.length, found.exact], [3, true]);
  assert.deepEqual([...found.taken], ["0 p1-1", "1 p1-1", "2 p1-1"]);
});

const WAYS = [
  ["innov", ["innov ", "innov"]],
  ["pilot zone", ['"pilot zone" ', "pilot zone ", "pilot zone"]],
  ['"pilot zone', ['"pilot zone ', '"pilot zone']],
  ["reform -pilot", ["reform -pilot ", "reform -pilot"]],
];

for (const [query, asked] of WAYS)
  test(`${query} is looked for in the strictest way first`, async () => {
    const library = texts({});
    await ConcordanceSearch.ask(library, query, {}).more(1);
    assert.deepEqual(library.asked, asked);
  });

test("what was found before the library changed is void", async () => {
  const library = texts({ "創新 ": [{ results: [result(0)] }, { results: [result(7)], again: true, exact: true }] });
  const found = ConcordanceSearch.ask(library, "創新", {});
  await found.more(Infinity);
  assert.deepEqual(found.lines.map(({ unit }) => unit), [7]);
});
