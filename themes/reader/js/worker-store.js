/* The worker's stores: what was fetched is kept only when it is the very file that this build names. Three kinds: files of
   one build, files whose address says which bytes they are (all builds share them), and notes of the worker's own.
   Storage that is refused is as good as empty. */
const WorkerStore = (() => {
  "use strict";

  const LENGTH = 32; // of a digest, in hexadecimal digits
  const HEADER = "X-Digest";

  function create({ scope, version, caches }) {
    const names = { files: WorkerRules.store(scope, "files", version), lasting: WorkerRules.store(scope, "lasting"), notes: WorkerRules.store(scope, "notes") };
    const addressOf = (path) => scope + path.split("/").map(encodeURIComponent).join("/");
    const nameOf = (path) => (WorkerRules.lasting(path) ? names.lasting : names.files);

    /** A promise of what `act` makes of a store; `otherwise` when there is no storage. */
    async function within(name, act, otherwise) {
      try {
        return await act(await caches.open(name));
      } catch {
        return otherwise;
      }
    }

    /** The file as it is kept, null when it is not. Looking makes no store, so that an old worker brings none back. */
    async function kept(path, cacheName = nameOf(path)) {
      try {
        return (await caches.match(addressOf(path), { cacheName })) ?? null;
      } catch {
        return null;
      }
    }

    const keep = (path, response, name = nameOf(path)) =>
      within(name, async (store) => (await store.put(addressOf(path), response), true), false);

    const drop = (path, name = nameOf(path)) => within(name, (store) => store.delete(addressOf(path)), false);

    /** Whether an entry is kept, with all of its bytes; how many these are, -1 when it is not. */
    async function held([path, digest, size]) {
      const found = await kept(path);
      if (!found || (digest && found.headers.get(HEADER) !== digest)) return -1;
      const bytes = (await found.blob()).size;
      return !digest || bytes === size ? bytes : -1;
    }

    /** Make sure that an entry is kept: "kept", "gone" when the host does not have it, "other" when it has another file
        there, "lost" when there is no network or no storage. What an older build left is taken where it is the same. */
    async function get(entry) {
      const [path, digest] = entry;
      if ((await held(entry)) >= 0) return "kept";
      const older = digest && !WorkerRules.lasting(path) ? await inherited(path, digest) : null;
      if (older) return (await keep(path, older)) ? "kept" : "lost";
      let response;
      try {
        response = await fetch(addressOf(path), { cache: WorkerRules.lasting(path) ? "default" : "no-cache", credentials: "same-origin" });
      } catch {
        return "lost";
      }
      return learn(entry, response);
    }

    /** The same file in the store of another build. */
    async function inherited(path, digest) {
      for (const name of await outdated()) {
        const found = await kept(path, name);
        if (found?.headers.get(HEADER) === digest) return found;
      }
      return null;
    }

    /** Keep a response, if it is what the entry names. */
    async function learn([path, digest], response) {
      if (!response.ok) return "gone";
      const bytes = await response.arrayBuffer();
      const found = await digestOf(bytes);
      if (digest && found !== digest) return "other";
      const type = response.headers.get("Content-Type") || "";
      if (!digest && /html/.test(type) && !path.endsWith(".html")) return "other"; // a host's own page for what is not there
      const headers = new Headers(response.headers); // the host's policies hold for what is kept, too
      for (const name of ["Content-Encoding", "Content-Length", "Content-Range"]) headers.delete(name);
      headers.set(HEADER, found);
      return (await keep(path, new Response(bytes, { headers }))) ? "kept" : "lost";
    }

    const outdated = async () => {
      try {
        return WorkerRules.outdated(await caches.keys(), scope, version);
      } catch {
        return [];
      }
    };

    const note = async (name) => {
      try {
        return await (await kept(name, names.notes))?.json();
      } catch {
        return null;
      }
    };

    return {
      names,
      addressOf,
      within,
      kept,
      drop,
      held,
      get,
      learn,
      outdated,
      /** Something that the worker remembers, by name: JSON. */
      note,
      remember: (name, value) => keep(name, new Response(JSON.stringify(value)), names.notes),
      forget: (name) => drop(name, names.notes),
      /** The names of all that is remembered. */
      notes: () => within(names.notes, async (store) => (await store.keys()).map(({ url }) => WorkerRules.pathOf(url, scope)), []),
    };
  }

  /** The digest of some bytes as the build's lists have it. */
  async function digestOf(bytes) {
    const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(found, (byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, LENGTH);
  }

  return { create, digestOf };
})();
