/* A new version of the site waits: a quiet line offers to load it. A page that shows the new version already says nothing, and
   where all open pages do, the new worker takes over by itself. */
(() => {
  "use strict";

  const PATIENCE = 2000; // milliseconds for the new worker to take over
  const { make, t } = Reader;
  let known = null;

  async function offer(registration) {
    const worker = registration.waiting;
    if (!worker || worker === known) return;
    known = worker;
    const ours = await OfflineTalk.ask(registration.active, { ask: "ours" });
    if (ours) show(registration);
    else if (await OfflineTalk.ask(worker, { ask: "alone" })) take(registration);
  }

  const take = ({ waiting }) => waiting?.postMessage({ ask: "take" });

  function show(registration) {
    document.querySelector(".renewal")?.remove();
    const load = make("button", { type: "button", class: "link" }, t("offline.reload"));
    const shut = make("button", { type: "button", class: "plain", "aria-label": t("close") }, "×");
    const line = make("p", { class: "renewal", role: "status" }, make("span", {}, t("offline.renewed")), load, shut);
    load.addEventListener("click", () => renew(registration));
    shut.addEventListener("click", () => line.remove());
    document.body.append(line);
  }

  /** Load the new version, at the place where the page stands. Browsers let the old worker finish first, which may take them half
      a minute: a page that comes from the network is new in any case. */
  function renew(registration) {
    const again = () => {
      clearTimeout(timer);
      const place = scrollY > 0 ? Reader.atTop?.()?.dataset.segment : "";
      if (place) history.replaceState(history.state, "", `#${place}`);
      location.reload();
    };
    const timer = setTimeout(again, PATIENCE);
    navigator.serviceWorker.addEventListener("controllerchange", again, { once: true });
    take(registration);
  }

  Reader.on("renewal", offer);
})();
