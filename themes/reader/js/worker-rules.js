/* What the worker decides, as far as it needs no browser: which file an address means, how it is answered, what its stores
   are called, and what belongs to a document. Names no document and no store. */
const WorkerRules = (() => {
  "use strict";

  const LASTING = /^assets\/.+\.[0-9a-f]{8}\.\w+$|^search\/[0-9a-f]{10}\//; // addresses that never mean other bytes
  const OURS = "bilingual-reader";

  /** The path in the site that an address means; null outside of it. A folder means its page. */
  function pathOf(address, scope) {
    const url = address.split(/[?#]/, 1)[0];
    if (!url.startsWith(scope)) return null;
    let path = url.slice(scope.length);
    try {
      path = decodeURIComponent(path);
    } catch {
      // taken as it is
    }
    return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  }

  /** How a request is answered: "page", "lasting" (its address says which bytes), "file", or "" when it is none of ours. */
  function way({ method = "GET", mode = "", path, fresh = false }) {
    if (method !== "GET" || path === null || path === "worker.js") return "";
    if (mode === "navigate") return "page";
    return LASTING.test(path) && !fresh ? "lasting" : "file";
  }

  const lasting = (path) => LASTING.test(path);

  /** The name of a store. The scope stands between bars, so that no site takes the stores of one below it for its own. */
  const store = (scope, kind, version = "") => [OURS, scope, kind, ...(version ? [version] : [])].join("|");

  /** The stores of this site's files that another version left. */
  const outdated = (names, scope, version) => {
    const own = store(scope, "files", "-").slice(0, -1);
    return names.filter((name) => name.startsWith(own) && name !== store(scope, "files", version));
  };

  /** The stores of this site, all of them. */
  const owned = (names, scope) => names.filter((name) => name.startsWith(`${OURS}|${scope}|`));

  /** The document that a path belongs to, "" for none. */
  const documentOf = (path) => (path.includes("/") && !/^(assets|search)\//.test(path) ? path.split("/", 1)[0] : "");

  /** Whether an address is that of a page of the site, and not of something to be downloaded. */
  const isPage = (path) => path.endsWith(".html") && path !== `${documentOf(path)}/${documentOf(path)}.html`;

  /** The files of the search that finding something in a document needs, in the library that the search's door opens to;
      `read(path)` promises what a data script holds. Every page needs the door itself. */
  async function searchFiles({ build, ...root }, document, read) {
    const [folder, passed] = [`search/${build}`, []];
    const pathOf = (name) => `${folder}/${name}.js`;
    const units = SearchUnits.create({ root, read: (name) => (passed.push(name), read(pathOf(name))) });
    const span = await units.spanOfWork(document);
    if (!span || span[0] === span[1]) return [];
    const [first, last] = [units.shardOf(span[0]), units.shardOf(span[1] - 1)];
    const shards = Array.from({ length: last - first + 1 }, (_, number) => `texts/${first + number}`);
    return ["documents", ...(root.scan ? ["pinyin"] : []), ...passed, ...shards].map(pathOf);
  }

  /** What a data script hands over: Reader.provide("name",data); */
  function provided(script) {
    const found = /Reader\.provide\("(?:[^"\\]|\\.)*",([^]*)\);\s*$/.exec(script);
    return found ? JSON.parse(found[1]) : null;
  }

  /** Entries by their path, the first of each. */
  function once(entries) {
    const known = new Map();
    for (const entry of entries) if (!known.has(entry[0])) known.set(entry[0], entry);
    return [...known.values()];
  }

  /** The bytes [from, to] that a header asks for of so many, null when it asks for nothing that is there. */
  function range(header, size) {
    const found = /^bytes=(\d*)-(\d*)$/.exec(header || "");
    if (!found || (!found[1] && !found[2])) return null;
    const from = found[1] ? Number(found[1]) : Math.max(0, size - Number(found[2]));
    const to = found[1] && found[2] ? Math.min(Number(found[2]), size - 1) : size - 1;
    return from <= to && from < size ? [from, to] : null;
  }

  return { pathOf, way, lasting, store, outdated, owned, documentOf, isPage, searchFiles, provided, once, range };
})();
