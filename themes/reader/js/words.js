/* The words of the interface, in the language the reader chose, else the page's default, else the browser's. */
"use strict";

(() => {
  const TONGUES = ["zh-Hant", "zh-Hans", "en"];
  const page = document.documentElement.lang;

  const preferred = () => {
    const { interface: chosen } = Reader.settings.chosen();
    if (chosen) return chosen;
    for (const tag of navigator.languages || [])
      if (/^zh/i.test(tag)) return /hant|tw|hk|mo/i.test(tag) ? "zh-Hant" : "zh-Hans";
      else if (/^en/i.test(tag)) return "en";
    return TONGUES.includes(page) ? page : "en";
  };

  const put = () => {
    const tongue = preferred();
    if (tongue === Reader.lang) return;
    Reader.lang = tongue;
    document.documentElement.lang = tongue;
    spell();
    Reader.emit("words");
  };

  /** Put the words where the page names them; those that are not known yet stay as they were sent. */
  const spell = () => {
    const each = (name, say) => {
      for (const element of document.querySelectorAll(`[data-${name}]`)) {
        const words = Reader.words[Reader.lang]?.[element.dataset[name]];
        if (words !== undefined) say(element, words);
      }
    };
    each("word", (element, words) => (element.textContent = words));
    each("label", (element, words) => element.setAttribute("aria-label", words));
    each("placeholder", (element, words) => (element.placeholder = words));
    for (const mark of document.querySelectorAll("a.mark")) mark.setAttribute("aria-label", `${Reader.t("note")} ${mark.textContent}`);
  };

  Reader.lang = page;

  /** An interface word by its key. */
  Reader.t = (key) => Reader.words?.[Reader.lang]?.[key] ?? key;

  /** More words, for what a script adds to its page. */
  Reader.learn = (more) => {
    for (const [tongue, words] of Object.entries(more)) Object.assign(Reader.words[tongue], words);
    spell();
  };

  /** Runs once, after every script of the page and the words themselves are there. */
  Reader.start = () => {
    put();
    Reader.settings.onChange(put);
    Reader.emit("start");
  };
})();
