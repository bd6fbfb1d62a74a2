// Addresses that ask, and the places of hits in reading order.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const code = ["search-address.js", "search-places.js"].map((file) => readFileSync(new URL(`../../themes/reader/js/${file}`, import.meta.url), "utf8"));
const { SearchAddress, SearchPlaces } = vm.runInThisContext(`${code.join("\n")}\n;({ SearchAddress, SearchPlaces })`);

const NOTHING = { q: "", document: "", section: "", side: "", notes: "" };
const ASKED = [
  ["?q=a", { q: "a" }],
  ["?q=%E6%B2%B3+&in=river", { q: "河 ", document: "river" }],
  ["?q=a&in=river/3&side=zh-Hant&notes=1", { q: "a", document: "river", section: "3", side: "zh-Hant", notes: "1" }],
];

for (const [search, asked] of ASKED)
  test(`an address asks and is written: ${search}`, () => {
    assert.deepEqual({ ...SearchAddress.read(search) }, { ...NOTHING, ...asked });
    assert.equal(SearchAddress.write("", asked), search);
    assert.equal(SearchAddress.write(`?view=rows&${search.slice(1)}`, {}), "?view=rows");
  });

for (const search of ["", "?", "?in=river", "?q=", "?side=en"]) test(`what asks nothing: ${search}`, () => assert.equal(SearchAddress.read(search).q, ""));

test("odd values are texts or nothing", () => {
  assert.deepEqual({ ...SearchAddress.read("?q=%&in=a/b/c&notes=yes&side=<b>") }, { ...NOTHING, q: "%", document: "a", side: "<b>" });
});

test("filters without a query leave the address alone", () => assert.equal(SearchAddress.write("?view=rows", { side: "en", document: "river" }), "?view=rows"));

const place = (unit, ...ids) => ({ unit, page: "page.html", rows: ids.map((id) => ({ id })) });
const WINDOWS = [
  { results: [place(4, "p5-10"), place(4, "p5-2"), place(1, "p2-1")], shown: 3, units: 2, left: 6, sure: true, exact: false },
  { results: [place(7, "p8-1", "p8-2")], shown: 4, units: 3, left: 4, sure: false, exact: false },
  { results: [place(9, "n1")], shown: 5, units: 4, left: 0, sure: true, exact: true },
];

async function* windows(list) {
  yield* list;
}

test("places are pulled in reading order, as far as one walks", async () => {
  const places = SearchPlaces.pulled(windows(WINDOWS));
  await places.reach("p5-2");
  assert.deepEqual(places.list.map(({ id }) => id), ["p2-1", "p5-2", "p5-10"]);
  assert.deepEqual([places.at("p5-2"), places.at("p5"), places.at("p9"), places.exact, places.sure, places.most], [1, 1, -1, false, true, 8]);
  await places.upTo(3);
  assert.equal(places.list[3].id, "p8-1:p8-2");
  await places.upTo(99);
  assert.deepEqual([places.list.length, places.exact, places.at("n1")], [5, true, 4]);
});

test("a place that is nowhere is looked for to the end", async () => {
  const places = SearchPlaces.pulled(windows(WINDOWS));
  await places.reach("p99-1");
  assert.deepEqual([places.exact, places.at("p99-1")], [true, -1]);
});

test("when the library was made anew what was found before is void", async () => {
  const places = SearchPlaces.pulled(windows([WINDOWS[0], { ...WINDOWS[2], again: true }]));
  await places.upTo(99);
  assert.deepEqual(places.list.map(({ id }) => id), ["n1"]);
});
