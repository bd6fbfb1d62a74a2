/* The door to the classroom: what an address for a class asks of the text, and the presenter and the link builder, which are
   loaded only when somebody wants them. */
"use strict";

(() => {
  const { make } = Reader;
  const door = document.querySelector("reader-classroom");
  if (!door) return;
  const query = new URLSearchParams(location.search);
  const within = (path) => path.slice(Reader.root.length);

  const opening = (act) => (...given) =>
    Promise.all([Reader.load(within(door.dataset.script)), Reader.dress(door.dataset.style)])
      .then(() => act(...given))
      .catch(() => Reader.toast(Reader.t("search.unavailable")));

  /** Show the text big, from a segment or paragraph on. */
  Reader.present = opening((id) => Reader.presenter(id));
  /** Make a link for a class, for a passage (ids in reading order, perhaps none). */
  Reader.share = opening((ids) => Reader.linker(ids));

  const here = () => Reader.passage()[0] ?? Reader.atTop()?.dataset.segment;
  document.querySelector(".open-present")?.addEventListener("click", () => {
    document.getElementById("settings").hidePopover();
    Reader.present(here());
  });
  document.querySelector(".open-share")?.addEventListener("click", () => {
    document.getElementById("settings").hidePopover();
    Reader.share(Reader.passage());
  });

  /** Show a passage only: what is around it, and notes that it has no mark of, are hidden until the whole is asked for. */
  const only = (place) => {
    const ids = new Set(Reader.between(...place.split(":").map((id, at) => endOf(id, at))));
    delete document.documentElement.dataset.only;
    if (!ids.size) return;
    const hidden = [];
    const hide = (element) => {
      element.hidden = true;
      hidden.push(element);
    };
    for (const line of document.querySelectorAll("article .line")) if (!ids.has(line.dataset.segment)) hide(line);
    for (const pair of document.querySelectorAll("article .pair")) if (!pair.querySelector(".line:not([hidden])")) hide(pair);
    for (const section of document.querySelectorAll("article > .section")) if (!section.querySelector(".pair:not([hidden])")) hide(section);
    const marks = new Set([...document.querySelectorAll("article .line:not([hidden]) a.mark")].map((mark) => mark.hash));
    for (const note of document.querySelectorAll(".notes li[id]")) if (!marks.has(`#${note.id}`)) hide(note);
    if (!marks.size) for (const notes of document.querySelectorAll(".notes")) hide(notes);
    const [first, last] = [[...ids][0], [...ids].at(-1)].map((id) => id.slice(1).split("-")[0]);
    const button = make("button", { type: "button", class: "link" }, Reader.t("passage.whole"));
    const said = () => Reader.t(first === last ? "passage.only-one" : "passage.only").replace("{from}", first).replace("{to}", last);
    const line = make("p", { class: "stopped" }, make("span", {}, said()), " ", button);
    const whole = () => {
      for (const element of hidden.splice(0)) element.hidden = false;
      line.remove();
      const url = new URL(location.href);
      url.searchParams.delete("only");
      history.replaceState(null, "", url);
    };
    button.addEventListener("click", whole);
    addEventListener("hashchange", () => document.getElementById(Reader.fragment(location.hash).split(":")[0])?.closest("[hidden]") && whole());
    document.querySelector("article").prepend(line);
    Reader.leave(); // all of it would be lit
    scrollTo({ top: 0, behavior: "instant" });
  };

  /** A paragraph stands for its first segment, or as an end for its last. */
  const endOf = (id, last) => {
    const lines = document.getElementById(id)?.querySelectorAll(".line[id]") ?? [];
    return lines.length ? lines[last ? lines.length - 1 : 0].id : id;
  };

  Reader.on("start", () => {
    const place = query.get("only");
    if (place) only(place.includes(":") ? place : `${place}:${place}`);
    if (query.get("present")) Reader.present(query.get("present"));
  });
})();
