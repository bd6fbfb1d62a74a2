/* The exercise of matching: press a sentence, then its translation; or type a letter on the sentence. */
"use strict";

(() => {
  const { make, t } = Reader;
  const letter = (at) => String.fromCharCode(97 + at);

  Reader.exercises = { ...Reader.exercises, match };

  /** See practice.js for what an exercise is given and gives. */
  function match({ text, segments, side, other, script, count, random }) {
    const { rows, partners } = PracticeChoose.match(segments, [side, other], Math.min(count, 20), random);
    const chosen = rows.map(() => -1); // for each sentence the place of the letter it was given
    let held = null; // a button that was pressed and waits for its partner

    const item = (kind, at, name, said, lang) =>
      make("button", { type: "button", class: `item ${kind}`, "aria-pressed": "false", "data-at": at }, make("span", { class: "name" }, name), make("span", { class: "said", ...Reader.speaks(lang) }, said), make("span", { class: "slot" }));
    const asked = rows.map((row, at) => item("asked", at, String(at + 1), text.text(row, side, script), text.tag(side, script)));
    const given = partners.map((row, at) => item("given", at, letter(at), text.text(rows[row], other, script), text.tag(other, script)));

    const list = (items, key) => make("ol", { "aria-label": t(key) }, ...items.map((each) => make("li", {}, each)));
    const element = make("div", { class: "match" }, list(asked, "practice.asked"), list(given, "practice.given"));

    const hold = (button) => {
      held?.setAttribute("aria-pressed", "false");
      held = button === held ? null : button;
      held?.setAttribute("aria-pressed", "true");
    };

    const show = () => {
      asked.forEach((button, at) => {
        button.querySelector(".slot").textContent = chosen[at] < 0 ? "" : letter(chosen[at]);
        button.classList.remove("right", "wrong");
        button.toggleAttribute("data-joined", chosen[at] >= 0);
      });
      given.forEach((button, at) => {
        const row = chosen.indexOf(at);
        button.querySelector(".slot").textContent = row < 0 ? "" : String(row + 1);
        button.toggleAttribute("data-joined", row >= 0);
      });
    };

    const join = (row, at) => {
      const before = chosen.indexOf(at);
      if (before >= 0) chosen[before] = -1;
      if (before !== row) chosen[row] = at;
      hold(held);
      show();
      Reader.say(before === row ? t("practice.parted") : `${row + 1} – ${letter(at)}`);
    };

    element.addEventListener("click", (event) => {
      const button = event.target.closest(".item");
      if (!button) return;
      if (!held || held === button || held.classList.contains("asked") === button.classList.contains("asked")) return hold(button);
      const [row, at] = button.classList.contains("asked") ? [button, held] : [held, button];
      join(Number(row.dataset.at), Number(at.dataset.at));
    });

    element.addEventListener("keydown", (event) => {
      const button = event.target.closest(".item");
      if (!button || event.ctrlKey || event.metaKey || event.altKey) return;
      const column = button.classList.contains("asked") ? asked : given;
      const at = event.key.length === 1 ? event.key.toLowerCase().charCodeAt(0) - 97 : -1;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") column[column.indexOf(button) + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
      else if (event.key === "ArrowLeft" || event.key === "ArrowRight") (column === asked ? given : asked)[Number(button.dataset.at)]?.focus();
      else if (column === asked && at >= 0 && at < given.length) {
        join(Number(button.dataset.at), at);
        asked[Number(button.dataset.at) + 1]?.focus();
      } else return;
      event.preventDefault();
      event.stopPropagation(); // letters are shortcuts elsewhere
    });

    const right = (at) => partners[chosen[at]] === at;
    const answers = () => rows.map((_, row) => partners.indexOf(row));
    const mark = () =>
      asked.forEach((button, at) => {
        button.classList.add(right(at) ? "right" : "wrong");
        button.querySelector(".slot").append(right(at) ? " ✓" : " ✗", make("span", { class: "unseen" }, t(right(at) ? "practice.right" : "practice.wrong")));
      });

    return {
      element,
      of: rows.length > 1 ? rows.length : 0,
      check() {
        show();
        mark();
        return { right: rows.filter((_, at) => right(at)).length, of: rows.length, first: asked.find((_, at) => !right(at)) };
      },
      answers() {
        answers().forEach((at, row) => (chosen[row] = at));
        show();
      },
    };
  }
})();
