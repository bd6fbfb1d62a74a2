/* What takes the worker's place where the site is not kept for reading without network: it removes what the old one kept, and
   itself. */
"use strict";

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  const { scope } = self.registration;
  const own = `bilingual-reader|${scope}|`;
  const emptied = self.caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith(own)).map((name) => self.caches.delete(name))));
  event.waitUntil(emptied.catch(() => {}).then(() => self.registration.unregister()));
});
