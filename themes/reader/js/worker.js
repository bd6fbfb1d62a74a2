/* The worker: keeps one build of the site for reading without network. BUILD, which the build writes before this, says which
   files that are. A worker is new when anything of the site is; it waits until the pages of the old one are closed or a
   reader asks for it, and refuses to begin while a host has only part of the new build. */
"use strict";

(() => {
  const scope = self.registration.scope;
  const store = WorkerStore.create({ scope, version: BUILD.version, caches: self.caches });
  const keeping = WorkerKeeping.create(BUILD, store);
  const answers = WorkerAnswers.create({ store, keeping, renew: () => self.registration.update().catch(() => {}) });
  const pages = () => self.clients.matchAll({ type: "window", includeUncontrolled: true });

  /** Get what is kept unasked. A file that is missing stays missing. But one that the old worker has, and that cannot be had
      now, or is neither what it was nor what it shall be, means that the host or the network is half way: then the old worker
      stays, and the browser tries again later. */
  async function install() {
    const outdated = await store.outdated();
    if (outdated.length && !(await keeping.isKnown())) throw new Error("another build is there by now");
    const entries = await keeping.begun(self.navigator.connection?.saveData);
    const became = await keeping.getAll(entries);
    const lacking = entries.filter((_, at) => became[at] === "other" || became[at] === "lost");
    for (const [path] of lacking)
      for (const name of outdated) if (await store.kept(path, name)) throw new Error(`${path} is not of this build`);
  }

  async function activate() {
    const outdated = await store.outdated();
    const open = await pages();
    await answers.tidy(open);
    if (outdated.length) await answers.others(open);
    const wanted = new Set((await keeping.begun()).map(([path]) => store.addressOf(path)));
    await Promise.all(outdated.map((name) => self.caches.delete(name).catch(() => {})));
    await store.within(store.names.lasting, async (cache) => {
      const ours = `${scope}${BUILD.search}/`; // texts that were looked at stay as long as their library does
      const stale = (await cache.keys()).filter(({ url }) => !wanted.has(url) && !(BUILD.search && url.startsWith(ours)));
      await Promise.all(stale.map((request) => cache.delete(request)));
    });
    await self.clients.claim();
  }

  const ANSWERS = {
    status: ({ document }) => keeping.status(document),
    keep: ({ document, title }, tell) => keeping.keep(document, title, (done, total) => tell({ done, total })),
    remove: ({ document }) => keeping.remove(document),
    shelf: () => keeping.shelf(),
    /** Whether the page that asks shows this worker's build. */
    ours: (_, __, client) => answers.isOurs(client),
    /** Whether every open page shows another build than the old worker's: nobody minds then. */
    alone: async () => (await Promise.all((await pages()).map(({ id }) => answers.isOurs(id)))).every((ours) => !ours),
    /** Take over from the old worker. */
    take: () => void self.skipWaiting(),
  };

  self.addEventListener("install", (event) => event.waitUntil(install()));
  self.addEventListener("activate", (event) => event.waitUntil(activate()));

  self.addEventListener("fetch", (event) => {
    const { url, method, mode } = event.request;
    const path = WorkerRules.pathOf(url, scope);
    const fresh = mode !== "navigate" && url.includes("?");
    const way = WorkerRules.way({ method, mode, path, fresh });
    if (way) event.respondWith(answers[way](event, path, fresh));
  });

  self.addEventListener("message", (event) => {
    const [port] = event.ports;
    const answer = ANSWERS[event.data?.ask];
    if (!answer) return;
    const given = Promise.resolve(answer(event.data, (said) => port?.postMessage(said), event.source?.id));
    event.waitUntil(given.then((value) => port?.postMessage({ answer: value ?? null }), () => port?.postMessage({ answer: null })));
  });
})();
