// Run by `node --test tests/js`, and by pytest: what becomes of a search when its files go, come or change.
import assert from "node:assert/strict";
import test from "node:test";
import { built, host } from "./host.mjs";
import { SearchStore } from "./load.mjs";

const FIRST = { root: { units: 1 }, "texts/0": "first" };
const SECOND = { root: { units: 2 }, "texts/0": "second" };

test("each file is asked for once", async () => {
  const { store, asked } = host(built("aa", FIRST));
  const [library] = await Promise.all([store.library(), store.library()]);
  await Promise.all([library.read("texts/0"), library.read("texts/0")]);
  assert.deepEqual(asked, ["search/index.js", "search/aa/texts/0.js"]);
});

test("a library that was made anew is entered anew", async () => {
  const { store, served, asked } = host(built("aa", FIRST));
  const library = await store.library();
  for (const path of served.keys()) served.delete(path);
  for (const [path, script] of Object.entries(built("bb", SECOND))) served.set(path, script);
  await assert.rejects(library.read("texts/0"), SearchStore.Moved);
  assert.match(asked.at(-1), /^search\/index\.js\?\d+$/);
  const other = await store.library();
  assert.equal(other.root.units, 2);
  assert.equal(await other.read("texts/0"), "second");
});

test("an old door leads to the new library", async () => {
  const { store, served } = host(built("bb", SECOND));
  const fresh = served.get("search/index.js");
  served.set("search/index.js", fresh.replace("bb", "aa")); // as a cache may keep it
  const read = served.get.bind(served);
  let times = 0;
  served.get = (path) => (path === "search/index.js" && times++ ? fresh : read(path));
  await assert.rejects((await store.library()).read("texts/0"), SearchStore.Moved);
  const { build, root } = await store.library();
  assert.deepEqual([build, root.units], ["bb", 2]);
});

test("a file that is missing in the same build is an error, and is asked for again later", async () => {
  const { store, served } = host(built("aa", FIRST));
  const library = await store.library();
  const script = served.get("search/aa/texts/0.js");
  served.delete("search/aa/texts/0.js");
  await assert.rejects(library.read("texts/0"), /search\/aa\/texts\/0/);
  served.set("search/aa/texts/0.js", script);
  assert.equal(await library.read("texts/0"), "first");
});

test("a page that says it is not there, with status 200, is no file", async () => {
  const { store, served } = host(built("aa", FIRST));
  const library = await store.library();
  served.set("search/aa/texts/0.js", "'not here'");
  await assert.rejects(library.read("texts/0"), /search\/aa\/texts\/0/);
});

test("without a door there is no search, until there is one", async () => {
  const { store, served } = host({});
  await assert.rejects(store.library());
  for (const [path, script] of Object.entries(built("aa", FIRST))) served.set(path, script);
  assert.equal((await store.library()).build, "aa");
});
