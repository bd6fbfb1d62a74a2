/* What takes the worker's place where the site is not kept for reading without network: it removes what the old one kept, and
   itself. */
"use strict";

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener("activate", (event) => {
  const { scope } = self.registration;
  const own = `bilingual-reader|${scope}|`;
  const empty = () => self.caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith(own)).map((name) => self.caches.delete(name)))).catch(() => {});
  event.waitUntil(empty().then(() => self.registration.unregister()).then(empty)); // twice, for what the old one did meanwhile
});
