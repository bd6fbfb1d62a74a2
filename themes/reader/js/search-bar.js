/* The small bar of the hits: what was looked for, which hit one stands on, to the one before and the next, an end. */
const SearchBar = (() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  let bar = null;

  /** Show the bar; `step(by, focus)` goes to another hit, `end()` puts out the lights. */
  function show(step, end) {
    if (bar) return;
    const { make } = Reader;
    const previous = button("previous", "m5 12.5 5-5 5 5", () => step(-1, false));
    const next = button("next", "m5 7.5 5 5 5-5", () => step(1, false));
    const shut = button("end", "m5.5 5.5 9 9m0-9-9 9", end);
    bar = make("section", { class: "hits" }, make("p", {}, make("q"), " ", make("span", { class: "count" })), previous, next, shut);
    for (const [one, key] of [[previous, "N"], [next, "n"], [shut, "Escape"]]) one.setAttribute("aria-keyshortcuts", key);
    label();
    document.body.append(bar);
  }

  function button(name, path, act) {
    const picture = document.createElementNS(SVG, "svg");
    picture.setAttribute("viewBox", "0 0 20 20");
    picture.setAttribute("aria-hidden", "true");
    picture.append(document.createElementNS(SVG, "path"));
    picture.firstChild.setAttribute("d", path);
    const made = Reader.make("button", { type: "button", class: `plain ${name}` }, picture);
    made.addEventListener("click", () => made.getAttribute("aria-disabled") !== "true" && act());
    return made;
  }

  function label() {
    const name = (part, key) => bar?.querySelector(part).setAttribute("aria-label", Reader.t(key));
    bar?.setAttribute("aria-label", Reader.t("hits"));
    name(".previous", "hits.previous");
    name(".next", "hits.next");
    name(".end", "hits.end");
  }

  /** Say where one is; `previous` and `next`: whether there is another hit. */
  function tell({ query, text, previous, next }) {
    if (!bar) return;
    bar.querySelector("q").textContent = query;
    bar.querySelector(".count").textContent = text;
    bar.querySelector(".previous").setAttribute("aria-disabled", String(!previous));
    bar.querySelector(".next").setAttribute("aria-disabled", String(!next));
  }

  /** Take the bar away; the focus, if it has it, goes to the line one stands on. */
  function hide() {
    const [id] = bar?.contains(document.activeElement) ? Reader.passage() : [];
    bar?.remove();
    bar = null;
    if (id) Reader.stand(id);
  }

  Reader.on("words", label);

  return { show, tell, hide };
})();
