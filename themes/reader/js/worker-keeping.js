/* What is kept: the site's own files, a small library as a whole, and the documents that a reader asked for. */
const WorkerKeeping = (() => {
  "use strict";

  const TOGETHER = 6; // files on their way at a time
  const KEPT = "kept/";
  const DOOR = "search/index.js";

  function create(build, store) {
    const known = new Map([...build.shell, ...build.whole].map((entry) => [entry[0], entry]));

    /** The list of a document, as this build names it; null where the host has another build, or no network is there. */
    async function listOf(document) {
      const directory = await json(build.lists);
      const named = directory?.[document];
      return named ? json([`${document}/${document}.${build.lists[0]}`, ...named]) : null;
    }

    async function json(entry) {
      if ((await store.get(entry)) !== "kept") return null;
      try {
        return await (await store.kept(entry[0])).json();
      } catch {
        return null;
      }
    }

    /** A file of this build by its path: [path, digest, size]; null when this build does not have it. */
    async function entryOf(path) {
      if (known.has(path)) return known.get(path);
      const document = WorkerRules.documentOf(path);
      const list = document ? await listOf(document) : null;
      for (const entry of list ?? []) known.set(entry[0], entry);
      return known.get(path) ?? null;
    }

    /** All that reading and searching a document needs beside the site's own files; null when that is not known now. */
    async function entriesOf(document) {
      const list = await listOf(document);
      try {
        return list && WorkerRules.once([...list, ...(await searched(document))]);
      } catch {
        return null;
      }
    }

    async function searched(document) {
      const door = known.get(DOOR);
      if (!door) return [];
      return (await WorkerRules.searchFiles(await data(door), document, (path) => data(entry(path)))).map(entry);
    }

    /** What a data script holds. */
    async function data(script) {
      if ((await store.get(script)) !== "kept") throw new Error(script[0]);
      return WorkerRules.provided(await (await store.kept(script[0])).text());
    }

    /** Whether the documents that were asked for can be told: not when the host has another build by now. */
    async function isKnown() {
      if (!(await documents()).length) return true;
      return (await json(build.lists)) !== null;
    }

    const entry = (path) => known.get(path) ?? [path, "", 0];

    /** Get entries, a few at a time; `told` hears how many are done. What became of each. */
    async function getAll(entries, told = () => {}) {
      const [became, waiting] = [[], [...entries.entries()]];
      let done = 0;
      const work = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          became[next[0]] = await store.get(next[1]);
          told(++done, entries.length);
        }
      };
      await Promise.all(Array.from({ length: TOGETHER }, work));
      return became;
    }

    /** Whether every one of these is kept: { missing, count, bytes }. */
    async function checked(entries) {
      const sizes = await Promise.all(entries.map(store.held));
      const there = sizes.filter((size) => size >= 0);
      return { missing: sizes.length - there.length, count: there.length, bytes: there.reduce((sum, size) => sum + size, 0) };
    }

    /** How it stands with a document: { state, count, bytes, needs }; "ready" only where every file is there. */
    async function status(document) {
      const asked = await store.note(KEPT + document);
      const entries = await entriesOf(document);
      if (!entries) return { state: "unknown" };
      const needs = entries.reduce((sum, [, , size]) => sum + size, 0);
      if (!asked) return { state: "none", needs };
      const [own, shell] = [await checked(entries), await checked(build.shell)];
      return { state: own.missing || shell.missing ? "partial" : "ready", ...own, missing: own.missing + shell.missing, needs };
    }

    /** Keep a document until it is removed. */
    async function keep(document, title, told) {
      const entries = await entriesOf(document);
      if (!entries || !(await store.remember(KEPT + document, { document, title }))) return { state: "unknown" };
      await getAll(WorkerRules.once([...build.shell, ...entries]), told);
      return status(document);
    }

    /** Remove what only this document needs. */
    async function remove(document) {
      const entries = (await entriesOf(document)) ?? [];
      await store.forget(KEPT + document);
      const others = new Set((await wanted()).map(([path]) => path));
      await Promise.all(entries.filter(([path]) => !others.has(path)).map(([path]) => store.drop(path)));
      return status(document);
    }

    /** The documents that were asked for, with their titles. */
    const shelf = async () => (await Promise.all((await documents()).map((name) => store.note(KEPT + name)))).filter(Boolean);

    const documents = async () => (await store.notes()).filter((name) => name?.startsWith(KEPT)).map((name) => name.slice(KEPT.length));

    /** What the documents that were asked for need, and the site's own files. */
    async function wanted() {
      const lists = await Promise.all((await documents()).map(entriesOf));
      return WorkerRules.once([...build.shell, ...lists.flatMap((list) => list ?? [])]);
    }

    /** What is got when the worker is new. */
    async function begun(frugal) {
      return WorkerRules.once([...(await wanted()), ...(frugal ? [] : build.whole)]);
    }

    return { entryOf, getAll, status, keep, remove, shelf, begun, isKnown };
  }

  return { create };
})();
