// Run by `node --test tests/js`, and by pytest: what the worker decides, and what it keeps of what a host sends.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const folder = new URL("../../themes/reader/js/", import.meta.url);
const names = ["search-codes", "search-units", "worker-rules", "worker-store", "worker-keeping"];
const code = names.map((name) => readFileSync(new URL(`${name}.js`, folder), "utf8")).join("\n");
const { WorkerRules, WorkerStore, WorkerKeeping } = vm.runInThisContext(`${code}\n;({ WorkerRules, WorkerStore, WorkerKeeping })`);

const SCOPE = "https://example.org/a/";
const digest = (text) => createHash("sha256").update(text).digest("hex").slice(0, 32);
const entry = (path, text) => [path, digest(text), Buffer.byteLength(text)];

/** Stores as browsers have them, as far as the worker uses them. */
function stores() {
  const all = new Map();
  const store = (name) => {
    if (!all.has(name)) all.set(name, new Map());
    const held = all.get(name);
    return {
      put: async (address, response) => void held.set(address, response),
      delete: async (address) => held.delete(address),
      keys: async () => [...held.keys()].map((url) => ({ url })),
    };
  };
  return { all, match: async (address, { cacheName }) => all.get(cacheName)?.get(address)?.clone(), open: async (name) => store(name), keys: async () => [...all.keys()], delete: async (name) => all.delete(name) };
}

/** A host of these files; what it was asked for. */
function host(files) {
  const asked = [];
  globalThis.fetch = async (address) => {
    const path = decodeURIComponent(address.slice(SCOPE.length));
    asked.push(path);
    if (files[path] === null) throw new TypeError("no network");
    return path in files ? new Response(files[path], { headers: { "Content-Type": "text/html" } }) : new Response("", { status: 404 });
  };
  return asked;
}

const worker = (version, caches, build) => {
  const store = WorkerStore.create({ scope: SCOPE, version, caches });
  return { store, keeping: build && WorkerKeeping.create({ shell: [], whole: [], ...build }, store) };
};

test("an address is a path in the site, and a folder is its page", () => {
  const of = (address) => WorkerRules.pathOf(address, SCOPE);
  assert.equal(of(SCOPE), "index.html");
  assert.equal(of(`${SCOPE}report/?q=x#p1`), "report/index.html");
  assert.equal(of(`${SCOPE}%E6%98%A5/index.html`), "春/index.html");
  assert.equal(of("https://example.org/b/index.html"), null);
  assert.equal(of(`${SCOPE}%E0%A4%A`), "%E0%A4%A");
});

test("pages, files that never change and all others are answered each in their way", () => {
  const way = (path, given = {}) => WorkerRules.way({ path, ...given });
  assert.equal(way("report/index.html", { mode: "navigate" }), "page");
  assert.equal(way("assets/reader.0123abcd.js"), "lasting");
  assert.equal(way("search/0123456789/texts/0.js"), "lasting");
  assert.equal(way("assets/reader.js"), "file");
  assert.equal(way("search/index.js"), "file");
  assert.equal(way("worker.js"), "");
  assert.equal(way(null), "");
  assert.equal(way("index.html", { method: "POST", mode: "navigate" }), "");
});

test("only stores of this very site that another version left are outdated", () => {
  const name = (scope, version) => WorkerRules.store(scope, "files", version);
  const all = [name(SCOPE, "1"), name(SCOPE, "2"), name(`${SCOPE}b/`, "1"), name("https://example.org/", "1"), WorkerRules.store(SCOPE, "lasting"), "somebody else's"];
  assert.deepEqual(WorkerRules.outdated(all, SCOPE, "2"), [name(SCOPE, "1")]);
  assert.deepEqual(WorkerRules.owned(all, SCOPE), [name(SCOPE, "1"), name(SCOPE, "2"), WorkerRules.store(SCOPE, "lasting")]);
});

test("a download is no page", () => {
  assert.equal(WorkerRules.isPage("report/index.html"), true);
  assert.equal(WorkerRules.isPage("report/report.html"), false);
  assert.equal(WorkerRules.isPage("report/report.epub"), false);
});

test("players get the part that they ask for", () => {
  assert.deepEqual(WorkerRules.range("bytes=0-", 10), [0, 9]);
  assert.deepEqual(WorkerRules.range("bytes=2-3", 10), [2, 3]);
  assert.deepEqual(WorkerRules.range("bytes=-4", 10), [6, 9]);
  assert.equal(WorkerRules.range("bytes=10-", 10), null);
  assert.equal(WorkerRules.range("lines=1-2", 10), null);
});

test("a document needs its own shards of the search", async () => {
  const root = { units: 6, shards: "CC", spans: { one: [0, 2], two: [2, 6] }, scan: true };
  const needs = (id, door = root) => WorkerRules.searchFiles({ build: "0123456789", ...door }, id, async () => ({ far: [4, 5] }));
  assert.ok((await needs("one")).includes("search/0123456789/texts/0.js"));
  assert.deepEqual(await needs("three"), []);
  const far = await needs("far", { ...root, spans: undefined, homes: 1, scan: false });
  assert.ok(far.includes("search/0123456789/homes/0.js"));
  assert.ok(!far.some((path) => path.endsWith("pinyin.js")));
});

test("what is not the file of this build is not kept", async () => {
  host({ "a.html": "new", "b.html": "old" });
  const { store } = worker("2", stores());
  assert.equal(await store.get(entry("a.html", "new")), "kept");
  assert.equal(await store.get(entry("b.html", "new")), "other");
  assert.equal(await store.get(entry("c.html", "new")), "gone");
  assert.equal(await (await store.kept("a.html")).text(), "new");
  assert.equal(await store.kept("b.html"), null);
});

test("what did not change is not asked for again", async () => {
  const caches = stores();
  host({ "a.html": "same", "b.html": "old" });
  const first = worker("1", caches).store;
  await first.get(entry("a.html", "same"));
  await first.get(entry("b.html", "old"));
  const asked = host({ "a.html": "same", "b.html": "new" });
  const second = worker("2", caches).store;
  assert.equal(await second.get(entry("a.html", "same")), "kept");
  assert.equal(await second.get(entry("b.html", "new")), "kept");
  assert.deepEqual(asked, ["b.html"]);
});

test("without storage and without network nothing is thrown", async () => {
  host({ "a.html": "text", "b.html": null });
  const refused = { match: async () => Promise.reject(new Error("no")), open: async () => Promise.reject(new Error("no")), keys: async () => Promise.reject(new Error("no")) };
  const { store } = worker("1", refused);
  assert.equal(await store.get(entry("a.html", "text")), "lost");
  assert.equal(await store.get(entry("b.html", "text")), "lost");
  assert.equal(await store.kept("a.html"), null);
  assert.deepEqual(await store.notes(), []);
});

/** A library of one document of two pages, as a host has it and as its build names it. */
function library(pages) {
  const list = JSON.stringify(Object.entries(pages).map(([path, text]) => entry(path, text)));
  const directory = JSON.stringify({ report: [digest(list), list.length] });
  return { files: { ...pages, "report/report.offline.json": list, "offline.json": directory }, build: { lists: entry("offline.json", directory) } };
}

test("a document is ready when every file of it is there, and no sooner", async () => {
  const caches = stores();
  const { files, build } = library({ "report/index.html": "one", "report/s2.html": "two two" });
  host({ ...files, "report/s2.html": null });
  const { store, keeping } = worker("1", caches, build);
  assert.deepEqual(await keeping.status("report"), { state: "none", needs: 10 });
  const told = [];
  const partial = await keeping.keep("report", "A Report", (done, total) => told.push([done, total]));
  assert.deepEqual([partial.state, partial.missing], ["partial", 1]);
  assert.deepEqual(told.at(-1), [2, 2]);
  host(files);
  const { state, count, bytes } = await keeping.keep("report", "A Report");
  assert.deepEqual({ state, count, bytes }, { state: "ready", count: 2, bytes: 10 });
  assert.deepEqual(await keeping.shelf(), [{ document: "report", title: "A Report" }]);
  await store.drop("report/s2.html");
  assert.equal((await keeping.status("report")).state, "partial");
  assert.equal((await keeping.remove("report")).state, "none");
  assert.equal(await store.kept("report/index.html"), null);
  assert.deepEqual(await keeping.shelf(), []);
});

test("a host that has another build by now does not make a document ready", async () => {
  const { build } = library({ "report/index.html": "one" });
  host(library({ "report/index.html": "another" }).files);
  const { keeping } = worker("1", stores(), build);
  assert.deepEqual(await keeping.keep("report", "A Report"), { state: "unknown" });
  assert.deepEqual(await keeping.shelf(), []);
});
