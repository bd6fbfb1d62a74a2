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
    for (const element of document.querySelectorAll("[data-word]")) element.textContent = Reader.t(element.dataset.word);
    for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", Reader.t(element.dataset.label));
    for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = Reader.t(element.dataset.placeholder);
    for (const mark of document.querySelectorAll("a.mark")) mark.setAttribute("aria-label", `${Reader.t("note")} ${mark.textContent}`);
    Reader.emit("words");
  };

  Reader.lang = page;

  /** An interface word by its key. */
  Reader.t = (key) => Reader.words?.[Reader.lang]?.[key] ?? key;

  /** Runs once, after every script of the page and the words themselves are there. */
  Reader.start = () => {
    put();
    Reader.settings.onChange(put);
    Reader.emit("start");
  };
})();
