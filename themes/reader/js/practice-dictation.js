/* Dictation: a sentence is heard, where the machine has a voice for it, or read for a moment, and written down. */
"use strict";

(() => {
  const { make, t } = Reader;
  const READ = 1500; // milliseconds to find the line, and then as long as a slow reader needs for each unit
  const EACH = { true: 320, false: 90 }; // a character of Chinese or Japanese, a letter elsewhere

  Reader.exercises = { ...Reader.exercises, dictation };

  const voiceOf = (tag) => ("speechSynthesis" in window ? ListeningRanks.choose(speechSynthesis.getVoices(), tag) : undefined);

  const speak = (said, lang, rate) => {
    speechSynthesis.cancel();
    speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(said), { voice: voiceOf(lang), lang, rate }));
  };

  const marked = ({ runs }, speaks) => {
    const kinds = { missing: "ins", extra: "del", same: "span" };
    const words = { missing: "practice.missing", extra: "practice.extra" };
    const said = runs.map(({ kind, text }) => make(kinds[kind], { class: kind }, ...(words[kind] ? [make("span", { class: "unseen" }, `${t(words[kind])} `)] : []), text));
    return make("p", { class: "difference", ...speaks }, ...said);
  };

  /** One sentence: heard or seen, typed, compared. */
  function sentence(segment, at, { text, side, script, help, fold }) {
    const lang = text.tag(side, script);
    const said = text.text(segment, side, script);
    const shown = make("p", { class: "glimpse", ...Reader.speaks(lang), "aria-live": "polite" });
    const typed = make("textarea", { rows: 2, ...Reader.speaks(lang), autocomplete: "off", autocapitalize: "off", spellcheck: "false", "aria-label": t("practice.write").replace("{n}", at + 1) });
    const outcome = make("div", { class: "outcome" });
    let timer = 0;
    const hide = () => shown.replaceChildren();
    const show = () => {
      clearTimeout(timer);
      shown.textContent = said;
      timer = setTimeout(hide, READ + EACH[text.runsOn(side)] * said.length);
    };
    const act = (key, does) => {
      const button = make("button", { type: "button", class: "quiet" }, t(key));
      button.addEventListener("click", () => {
        does();
        typed.focus();
      });
      return button;
    };
    const aloud = !help && voiceOf(lang);
    const acts = aloud ? [act("practice.hear", () => speak(said, lang, 1)), act("practice.slowly", () => speak(said, lang, 0.6))] : [act("practice.glimpse", show)];
    typed.addEventListener("input", () => {
      clearTimeout(timer);
      hide();
      outcome.replaceChildren();
    });
    const element = make("li", {}, make("p", { class: "hearing" }, ...acts), shown, typed, outcome);
    const compare = () => PracticeCompare.difference(said, typed.value, fold);
    return {
      element,
      typed,
      compare,
      mark(open = false) {
        hide();
        const found = compare();
        const empty = !typed.value.trim() && !open; // what nobody tried to write is not given away
        if (empty) outcome.replaceChildren(make("p", { class: "count" }, t("practice.unwritten")));
        if (empty) return found;
        const count = t("practice.written").replace("{right}", found.right).replace("{of}", found.of);
        outcome.replaceChildren(marked(found, Reader.speaks(lang)), make("p", { class: "count" }, count));
        return found;
      },
    };
  }

  /** See practice.js for what an exercise is given and gives. The score counts characters; what is too much counts against. */
  function dictation(work) {
    const { segments, side, other, script, count, random, text } = work;
    const chosen = PracticeChoose.dictation(segments, side, count, random);
    const made = chosen.map((segment, at) => sentence(segment, at, work));
    return {
      element: make("ol", { class: "dictation" }, ...made.map(({ element }) => element)),
      of: made.length,
      check() {
        const found = made.map((each) => each.mark());
        const sum = (name) => found.reduce((total, each) => total + each[name], 0);
        const faulty = made.find((_, at) => found[at].right < found[at].of);
        return { right: Math.max(0, sum("right") - sum("extra")), of: sum("of"), first: faulty?.typed };
      },
      answers() {
        made.forEach(({ element, mark }, at) => {
          mark(true);
          const there = element.querySelector(".translation");
          if (!there) element.append(make("p", { class: "translation", ...Reader.speaks(text.tag(other, script)) }, text.text(chosen[at], other, script)));
        });
      },
    };
  }

  if ("speechSynthesis" in window) speechSynthesis.getVoices(); // some browsers begin to look for voices only when asked
})();
