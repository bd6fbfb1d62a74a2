/* The exercise of order: the parts of a paragraph are moved, by arrows, buttons or the pointer. */
"use strict";

(() => {
  const { make, t } = Reader;

  Reader.exercises = { ...Reader.exercises, order };

  /** One paragraph: its element, its parts as they stand now, and their right order. */
  function paragraph({ pair, segments, mixed }, { text, side, other, script, help }) {
    const part = (at) => {
      const handle = make("button", { type: "button", class: "part", "data-at": at, ...Reader.speaks(text.tag(side, script)) }, text.text(segments[at], side, script));
      const move = (by, key, sign) => {
        const button = make("button", { type: "button", class: "nudge", "data-by": by, "aria-label": t(key) }, sign);
        return button;
      };
      return make("li", {}, make("span", { class: "grip", "aria-hidden": "true" }, "⠿"), handle, move(-1, "practice.up", "↑"), move(1, "practice.down", "↓"), make("span", { class: "mark" }));
    };
    const list = make("ol", { class: "parts" }, ...mixed.map(part));
    const places = () => [...list.querySelectorAll(".part")].map((each) => Number(each.dataset.at));

    const moved = (item) => {
      for (const each of list.children) unmark(each);
      Reader.say(t("practice.now").replace("{at}", [...list.children].indexOf(item) + 1).replace("{n}", list.children.length));
    };
    const unmark = (item) => {
      item.classList.remove("right", "wrong");
      item.querySelector(".mark").replaceChildren();
    };
    const move = (item, by, focus) => {
      const next = by > 0 ? item.nextElementSibling : item.previousElementSibling;
      if (!next) return;
      if (by > 0) next.after(item);
      else next.before(item);
      focus.focus();
      moved(item);
    };

    list.addEventListener("click", (event) => {
      const nudge = event.target.closest(".nudge");
      if (nudge) move(nudge.closest("li"), Number(nudge.dataset.by), nudge);
    });
    list.addEventListener("keydown", (event) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!by || !event.target.matches(".part")) return;
      event.preventDefault();
      event.stopPropagation();
      move(event.target.closest("li"), by, event.target);
    });
    drag(list, moved);

    const hint = segments.map((segment) => text.text(segment, other, script)).join(text.runsOn(other) ? "" : " ");
    const element = make("section", { class: "ordering", "aria-label": `¶ ${pair.slice(1)}` }, make("h3", {}, `¶ ${pair.slice(1)}`));
    if (help) element.append(make("p", { class: "translation", ...Reader.speaks(text.tag(other, script)) }, hint));
    element.append(list);

    const mark = () =>
      [...list.children].forEach((item, at) => {
        unmark(item);
        const right = places()[at] === at;
        item.classList.add(right ? "right" : "wrong");
        item.querySelector(".mark").append(make("span", { "aria-hidden": "true" }, right ? "✓" : "✗"), make("span", { class: "unseen" }, t(right ? "practice.right" : "practice.wrong")));
      });
    const sort = () => {
      for (const item of list.children) unmark(item);
      list.append(...[...list.children].sort((a, b) => a.querySelector(".part").dataset.at - b.querySelector(".part").dataset.at));
    };
    return { element, list, places, mark, sort };
  }

  /** Let the pointer take a part by its grip, or with a mouse anywhere, and carry it to its place. */
  function drag(list, dropped) {
    let held = null;
    list.addEventListener("pointerdown", (event) => {
      const item = event.target.closest("li");
      if (!item || event.button || event.target.closest(".nudge") || (event.pointerType === "touch" && !event.target.closest(".grip"))) return;
      held = item;
      list.setPointerCapture(event.pointerId);
    });
    list.addEventListener("pointermove", (event) => {
      if (!held) return;
      held.classList.add("held");
      const over = [...list.children].find((item) => item !== held && event.clientY > item.getBoundingClientRect().top && event.clientY < item.getBoundingClientRect().bottom);
      if (!over) return;
      const { top, height } = over.getBoundingClientRect();
      const below = event.clientY > top + height / 2;
      if (below && over.nextElementSibling !== held) over.after(held);
      else if (!below && over.previousElementSibling !== held) over.before(held);
    });
    const drop = () => {
      if (!held) return;
      const item = held;
      held = null;
      if (item.classList.contains("held")) dropped(item);
      item.classList.remove("held");
      item.querySelector(".part").focus();
    };
    list.addEventListener("pointerup", drop);
    list.addEventListener("pointercancel", drop);
  }

  /** See practice.js for what an exercise is given and gives. The score is how many parts follow in order. */
  function order(work) {
    const tasks = PracticeChoose.order(work.segments, work.side, work.count, work.random);
    const made = tasks.map((task) => paragraph(task, work));
    const of = tasks.reduce((sum, { mixed }) => sum + mixed.length, 0);
    return {
      element: make("div", { class: "orders" }, ...made.map(({ element }) => element)),
      of,
      check() {
        for (const each of made) each.mark();
        return { right: made.reduce((sum, { places }) => sum + PracticeCompare.inOrder(places()), 0), of, first: made.flatMap(({ list }) => [...list.querySelectorAll(".wrong .part")])[0] };
      },
      answers: () => made.forEach(({ sort }) => sort()),
    };
  }
})();
