/* A new version of the site waits: a quiet line offers to load it. A page that shows the new version already says nothing, and
   where all open pages do, the new worker takes over by itself. */
(() => {
  "use strict";

  const { make, t } = Reader;
  let known = null;

  async function offer(registration) {
    const worker = registration.waiting;
    if (!worker || worker === known) return;
    known = worker;
    if (await OfflineTalk.ask(worker, { ask: "alone" })) return void worker.postMessage({ ask: "take" });
    if (await OfflineTalk.ask(registration.active, { ask: "ours" })) show(registration);
  }

  function show(registration) {
    document.querySelector(".renewal")?.remove();
    const load = make("button", { type: "button", class: "link" }, t("offline.reload"));
    const shut = make("button", { type: "button", class: "plain", "aria-label": t("close") }, "×");
    const line = make("p", { class: "renewal", role: "status" }, make("span", {}, t("offline.renewed")), load, shut);
    load.addEventListener("click", () => renew(registration));
    shut.addEventListener("click", () => line.remove());
    document.body.append(line);
  }

  /** Load the new version, at the place where the page stands. */
  function renew(registration) {
    const again = () => {
      const place = scrollY > 0 ? Reader.atTop?.()?.dataset.segment : "";
      if (place) history.replaceState(history.state, "", `#${place}`);
      location.reload();
    };
    navigator.serviceWorker.addEventListener("controllerchange", again, { once: true });
    if (registration.waiting) registration.waiting.postMessage({ ask: "take" });
    else again();
  }

  Reader.on("renewal", offer);
})();
