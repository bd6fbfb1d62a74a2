/* Twin light and the current segment: what is under the pointer, the keyboard or a link lights up in both languages. */
"use strict";

(() => {
  const all = (id) => document.querySelectorAll(`.line[data-segment="${CSS.escape(id)}"]`);
  const order = [...document.querySelectorAll("article .line[id]")].map((line) => line.id);
  const place = new Map(order.map((id, index) => [id, index]));
  let lit = "";
  let range = []; // the current passage: ids from first to last
  let head = 0; // which end of it moves

  const shown = (line) => line.getClientRects().length > 0;

  /** The line of a segment that is on the page in this view. */
  Reader.shownLine = (id) => [...all(id)].find((line) => shown(line) && line.textContent) || [...all(id)].find(shown);

  /** The ids between two segments, in reading order; one id when the other is not there. */
  Reader.between = (from, to = from) => {
    const [a, b] = [place.get(from), place.get(to)];
    if (a == null) return [];
    return order.slice(Math.min(a, b ?? a), Math.max(a, b ?? a) + 1);
  };

  const light = (id) => {
    if (id === lit) return;
    if (lit) for (const line of all(lit)) line.classList.remove("lit");
    lit = id;
    if (id) for (const line of all(id)) line.classList.add("lit");
  };

  const setRange = (ids) => {
    for (const id of range) for (const line of all(id)) line.classList.remove("current");
    range = ids;
    for (const id of ids) for (const line of all(id)) line.classList.add("current");
  };

  /** The passage the reader stands on: ids in reading order, perhaps none. */
  Reader.passage = () => range;

  /** Stand on a segment; with `focus`, move the keyboard's focus and bring it into sight. */
  Reader.stand = (id, focus = true) => {
    if (!place.has(id)) return;
    setRange([id]);
    head = place.get(id);
    const line = Reader.shownLine(id);
    if (!focus || !line) return;
    line.tabIndex = -1;
    line.focus({ preventScroll: true });
    line.scrollIntoView({ block: "nearest" });
  };

  /** Walk by segments from where the reader stands, else from the top of the window; at the page's end to the next page. */
  Reader.step = (by) => {
    const from = range.length ? place.get(range[by > 0 ? range.length - 1 : 0]) + by : place.get(Reader.atTop()?.dataset.segment) ?? 0;
    if (!order[from] && Reader.turn(by, "line")) return;
    if (!order.length) return;
    let at = Math.min(Math.max(from, 0), order.length - 1);
    while (!Reader.shownLine(order[at]) && order[at + by]) at += by;
    Reader.stand(order[at]);
  };

  /** Make the passage longer or shorter by a segment. */
  Reader.extend = (by) => {
    if (!range.length) return Reader.step(by);
    const anchor = head === place.get(range[0]) ? range[range.length - 1] : range[0];
    head = Math.min(Math.max(head + by, 0), order.length - 1);
    setRange(Reader.between(range.length === 1 ? range[0] : anchor, order[head]));
    Reader.shownLine(order[head])?.scrollIntoView({ block: "nearest" });
  };

  Reader.leave = () => {
    setRange([]);
    light("");
  };

  /** The first line that is on the page at or below the top of the window. */
  Reader.atTop = () => {
    const top = document.querySelector(".bar").offsetHeight + 8;
    let [low, high] = [0, order.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      const box = document.getElementById(order[middle]).closest(".pair").getBoundingClientRect();
      if (box.bottom < top) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < order.length; at++) {
      const line = Reader.shownLine(order[at]);
      if (line && line.getBoundingClientRect().bottom >= top) return line;
    }
    return null;
  };

  /** Follow a fragment that names a segment, a range of segments (#p7-2:p7-4) or a paragraph. */
  const follow = () => {
    const name = Reader.fragment(location.hash);
    const [from, to] = name.split(":");
    if (to !== undefined || place.has(from)) {
      const ids = Reader.between(from, to);
      if (!ids.length) return;
      setRange(ids);
      head = place.get(ids[ids.length - 1]);
      Reader.shownLine(ids[0])?.scrollIntoView({ block: "center" });
    } else if (from) setRange([]);
  };

  /** Go to a segment, a range of them or a note of this page; with `focus` the keyboard's focus goes along to a segment. */
  Reader.go = (id, { focus = true } = {}) => {
    if (!place.has(id)) return location.replace(`#${encodeURIComponent(id).replaceAll("%3A", ":")}`);
    history.replaceState(null, "", `#${id}`);
    Reader.stand(id, focus);
    Reader.shownLine(id)?.scrollIntoView({ block: "center" });
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    light(event.target.closest?.(".line")?.dataset.segment || event.target.dataset?.veil || "");
  });
  document.addEventListener("focusin", (event) => light(event.target.closest?.(".line")?.dataset.segment || ""));

  /* A browser's own shift-click selects text; here it makes the passage longer. */
  document.addEventListener("mousedown", (event) => {
    if (event.shiftKey && range.length && event.target.closest?.("article .line")) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const line = event.target.closest?.("article .line");
    if (!line || event.target.closest("a, button") || String(getSelection())) return;
    const id = line.dataset.segment;
    if (event.shiftKey && range.length) return setRange(Reader.between(range[0], id));
    if (range.length === 1 && range[0] === id) Reader.leave();
    else Reader.stand(id, false);
  });

  addEventListener("hashchange", follow);
  Reader.on("start", follow);
})();
