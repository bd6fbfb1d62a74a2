/* How the worker answers. A page comes from the network, and after three seconds from what is kept; files whose address says
   which bytes they are come from what is kept; all else comes from what is kept for pages of this worker's build, and
   from the network for pages of another, so that no page is ever given what belongs to another build. */
const WorkerAnswers = (() => {
  "use strict";

  const PATIENCE = 3000; // milliseconds that the network has for a page
  const OTHERS = "others/"; // pages of other builds that are open, by the browser's name for them

  function create({ store, keeping, renew, patience = PATIENCE }) {
    const ours = new Map(); // an open page → a promise of whether it is of this build

    async function page(event, path) {
      const network = fetch(event.request);
      const answer = network.then((response) => (response.status < 500 ? response : Promise.reject(response)));
      const slow = new Promise((resolve) => setTimeout(resolve, patience));
      const first = await Promise.race([answer.catch(() => null), slow]);
      if (first) return learnt(event, path, first);
      const kept = await store.kept(path);
      if (kept) {
        ours.set(event.resultingClientId, Promise.resolve(true));
        network.catch(() => {});
        return kept;
      }
      const late = await network.catch(() => null);
      if (late) return learnt(event, path, late);
      return missing(path);
    }

    /** A page from the network is shown as it is, and kept if it is of this build. */
    function learnt(event, path, response) {
      if (!response.ok || response.type !== "basic" || !WorkerRules.isPage(path)) return response;
      const copy = response.clone();
      const same = keeping
        .entryOf(path)
        .then((entry) => (entry ? store.learn(entry, copy) : "other"))
        .catch(() => "other")
        .then((became) => became !== "other");
      ours.set(event.resultingClientId, same);
      event.waitUntil(same.then((is) => is || another(event.resultingClientId)));
      return response;
    }

    async function another(client) {
      await store.remember(OTHERS + client, true);
      renew();
    }

    /** What says that a page is not kept; without it the browser says it. */
    async function missing(path) {
      if (!path.endsWith(".html") && !path.split("/").at(-1).includes(".") && (await store.kept(`${path}/index.html`))) return Response.redirect(`${store.addressOf(path)}/index.html`);
      return (await store.kept("offline.html")) ? Response.redirect(`${store.addressOf("offline.html")}?page=${encodeURIComponent(path)}`) : Response.error();
    }

    async function lasting(event, path) {
      const kept = await store.kept(path);
      if (kept) return kept;
      const response = await fetch(event.request);
      const copy = response.clone();
      if (response.ok && response.type === "basic") event.waitUntil(store.learn([path, "", 0], copy).catch(() => {}));
      return response;
    }

    /** Whether the page that asks is of this build. */
    async function isOurs(client) {
      if (ours.has(client)) return ours.get(client);
      return !(await store.note(OTHERS + client));
    }

    async function file(event, path, fresh) {
      if (!(await isOurs(event.clientId))) return fetch(event.request);
      const kept = await store.kept(path);
      if (kept && !fresh) return part(event.request, kept);
      try {
        const response = await fetch(event.request);
        if (response.status === 200 && response.type === "basic") {
          const copy = response.clone();
          event.waitUntil(keeping.entryOf(path).then((entry) => entry && store.learn(entry, copy)).catch(() => {}));
        }
        return response;
      } catch (error) {
        if (kept) return part(event.request, kept);
        throw error;
      }
    }

    /** As much of a file as was asked for: players ask for parts. */
    async function part(request, kept) {
      const header = request.headers.get("Range");
      if (!header) return kept;
      const whole = await kept.blob();
      const asked = WorkerRules.range(header, whole.size);
      if (!asked) return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${whole.size}` } });
      const [from, to] = asked;
      const headers = { "Content-Type": whole.type, "Content-Range": `bytes ${from}-${to}/${whole.size}`, "Content-Length": String(to - from + 1) };
      return new Response(whole.slice(from, to + 1, whole.type), { status: 206, headers });
    }

    return {
      page,
      lasting,
      file,
      isOurs,
      /** These open pages are of another build. */
      others: (clients) => Promise.all(clients.map(({ id }) => store.remember(OTHERS + id, true))),
      /** Forget pages that are closed. */
      async tidy(clients) {
        const open = new Set(clients.map(({ id }) => OTHERS + id));
        await Promise.all((await store.notes()).filter((name) => name?.startsWith(OTHERS) && !open.has(name)).map(store.forget));
      },
    };
  }

  return { create };
})();
