/* Blur: a translation is seen when it is pointed at, focused or pressed; and who reads says whether it was known. */
"use strict";

(() => {
  const { make, t } = Reader;

  Reader.exercises = { ...Reader.exercises, blur, reveal };

  /** One sentence with its translation under a blur. */
  function sentence(segment, { text, side, other, script }) {
    const covered = make("span", { class: "covered", ...Reader.speaks(text.tag(side, script)), inert: "" }, text.text(segment, side, script));
    const button = make("button", { type: "button", class: "blur", "aria-pressed": "false", "aria-label": t("practice.uncover") });
    const verdicts = make("span", { class: "verdicts", role: "group", "aria-label": t("practice.knew-it"), hidden: "" });
    let knew = null;
    const verdict = (value, key, sign) => {
      const choice = make("button", { type: "button", class: "quiet", "aria-pressed": "false" }, `${sign} ${t(key)}`);
      choice.addEventListener("click", () => {
        knew = value;
        for (const each of verdicts.children) each.setAttribute("aria-pressed", String(each === choice));
        element.nextElementSibling?.querySelector(".blur")?.focus();
      });
      return choice;
    };
    verdicts.append(verdict(true, "practice.knew", "✓"), verdict(false, "practice.not-yet", "✗"));
    const uncover = (open) => {
      button.setAttribute("aria-pressed", String(open));
      covered.inert = !open;
      if (open) verdicts.hidden = false;
    };
    button.addEventListener("click", () => {
      const open = button.getAttribute("aria-pressed") !== "true";
      uncover(open);
      if (open) Reader.say(covered.textContent);
    });
    const element = make(
      "li",
      { value: segment.id.slice(1).split("-")[0] },
      make("p", { class: "sentence", ...Reader.speaks(text.tag(other, script)) }, text.text(segment, other, script)),
      make("p", { class: "under" }, covered, button),
      verdicts,
    );
    return { element, uncover, button, knew: () => knew };
  }

  /** See practice.js for what an exercise is given and gives. */
  function blur(work) {
    const { segments, side, count, random } = work;
    const chosen = PracticeRandom.some(segments.filter(({ texts }) => texts[side]), count, random);
    const made = chosen.map((segment) => sentence(segment, work));
    return {
      element: make("ol", { class: "sentences blurred" }, ...made.map(({ element }) => element)),
      of: made.length,
      check() {
        const right = made.filter(({ knew }) => knew()).length;
        return { right, of: made.length, first: made.find(({ knew }) => !knew())?.button };
      },
      answers: () => made.forEach(({ uncover }) => uncover(true)),
    };
  }

  /** The text itself, each translation under a veil: a link to it. */
  function reveal({ text, segments, other }) {
    const [first, last] = [segments[0]?.id, segments[segments.length - 1]?.id];
    if (!first) return { element: make("div"), of: 0, check: () => ({ right: 0, of: 0 }), answers: () => undefined };
    const place = `${first}:${last}`;
    const address = `index.html?view=reveal&first=${text.languages[other]}&only=${place}#${place}`;
    return { element: make("p", { class: "lead-on" }, make("a", { class: "button", href: address }, t("practice.open-text"))), of: 1, unscored: true, check: () => ({ right: 0, of: 0 }), answers: () => undefined };
  }
})();
