/* The door to reading without network: registers the worker when the page is there and quiet, never on file://, and loads the
   rest when it comes into sight or a new version waits. Whatever is refused changes nothing. */
"use strict";

(() => {
  const { offline } = document.body.dataset;
  if (!offline || !location.protocol.startsWith("http")) return;
  const wanted = () => Reader.load(offline.slice(Reader.root.length)).catch(() => {});

  async function begin() {
    try {
      const registration = await navigator.serviceWorker.register(`${Reader.root}worker.js`);
      Reader.worker = registration;
      const waits = () => registration.waiting && registration.active && wanted().then(() => Reader.emit("renewal", registration));
      waits();
      registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", waits));
      const sight = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && (sight.disconnect(), wanted()));
      for (const element of document.querySelectorAll("reader-offline, reader-kept")) sight.observe(element);
    } catch {
      // no worker here: a browser without, storage that is blocked, a page that is not secure
    }
  }

  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
})();
