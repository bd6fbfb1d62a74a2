/* The exercise with gaps: words are typed, or taken from the words that are given. */
"use strict";

(() => {
  const { make, t } = Reader;

  const field = ({ gap, answer }, lang) =>
    make("input", { class: "gap", type: "text", lang, autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "next", "aria-label": t("practice.gap").replace("{n}", gap + 1), "data-wide": Math.min(9, Math.ceil([...answer].length * (/\p{sc=Han}/u.test(answer) ? 1 : 0.55))) });

  Reader.exercises = { ...Reader.exercises, cloze };

  /** See practice.js for what an exercise is given and gives. */
  function cloze({ text, segments, side, other, script, count, list, level, help, random, fold }) {
    const rows = segments.filter(({ texts }) => texts[side]).map((segment) => ({ segment, pieces: text.pieces(segment, side, script) }));
    const sentences = PracticeCloze.gaps(rows, { count, list, level }, random);
    const gaps = []; // { input, mark, part }
    const lang = text.tag(side, script);

    const sentence = ({ segment, parts }) => {
      const line = make("p", { class: "sentence", ...Reader.speaks(lang) });
      for (const part of parts) {
        if (typeof part === "string") line.append(part);
        else {
          const [input, mark] = [field(part, lang), make("span", { class: "mark" })];
          gaps.push({ input, mark, part });
          line.append(make("span", { class: "gap-of" }, input, mark));
        }
      }
      return make("li", { value: segment.id.slice(1).split("-")[0] }, line, make("p", { class: "translation", ...Reader.speaks(text.tag(other, script)) }, text.text(segment, other, script)));
    };

    const element = make("div", { class: "cloze" });
    const list_ = make("ol", { class: "sentences" }, ...sentences.map(sentence));
    let last = null; // the gap that a given word goes to
    list_.addEventListener("focusin", (event) => (last = gaps.find(({ input }) => input === event.target) ?? last));
    list_.addEventListener("keydown", (event) => {
      const at = gaps.findIndex(({ input }) => input === event.target);
      if (event.key !== "Enter" || event.isComposing || at < 0) return;
      event.preventDefault();
      (gaps[at + 1]?.input ?? document.querySelector(".acts .check")).focus();
    });

    const given = (word) => {
      const button = make("button", { type: "button", lang }, word);
      button.addEventListener("click", () => {
        const to = last && !last.input.value ? last : gaps.find(({ input }) => !input.value) ?? last ?? gaps[0];
        to.input.value = word;
        to.input.dispatchEvent(new Event("input", { bubbles: true }));
        (gaps.find(({ input }) => !input.value) ?? to).input.focus();
      });
      return button;
    };
    const bank = help ? PracticeCloze.bank(sentences, random).map(given) : [];
    if (bank.length) element.append(make("div", { class: "bank", role: "group", "aria-label": t("practice.bank") }, ...bank));
    element.append(list_);
    list_.addEventListener("input", (event) => {
      const gap = gaps.find(({ input }) => input === event.target);
      if (gap) mark(gap, "");
      for (const button of bank) button.classList.toggle("used", gaps.some(({ input }) => input.value === button.textContent));
    });

    const mark = ({ input, mark }, verdict) => {
      input.classList.remove("right", "wrong");
      input.removeAttribute("aria-invalid");
      mark.replaceChildren();
      if (!verdict) return;
      input.classList.add(verdict);
      if (verdict === "wrong") input.setAttribute("aria-invalid", "true");
      mark.append(make("span", { "aria-hidden": "true" }, verdict === "right" ? "✓" : "✗"), make("span", { class: "unseen" }, t(`practice.${verdict}`)));
    };

    const right = ({ input, part }) => [part.answer, part.word.text, part.word.other].some((form) => form && PracticeCompare.same(form, input.value, fold));

    return {
      element,
      of: gaps.length,
      check() {
        for (const gap of gaps) mark(gap, right(gap) ? "right" : "wrong");
        return { right: gaps.filter(right).length, of: gaps.length, first: gaps.find((gap) => !right(gap))?.input };
      },
      answers() {
        for (const gap of gaps) {
          if (right(gap)) continue;
          gap.input.value = gap.part.answer;
          mark(gap, "");
          gap.input.classList.add("shown");
        }
      },
    };
  }
})();
