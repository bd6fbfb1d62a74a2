/* The door to what learners are told of the text: loads words, readings and scripts when a setting asks for them, or another
   feature does. `Reader.learning.load(lang)` promises the words of a language: see learning-text.js; more of it comes with
   learning.js: see there. */
"use strict";

(() => {
  const root = document.documentElement;
  const { words = "", wordsState: state, learning: script } = root.dataset;
  const languages = words.split(" ").filter(Boolean);
  if (!languages.length) return;
  const views = new Map();

  /** The script of this site that holds the words of a language. Its name stays while the text changes; the state does not. */
  const path = (lang) => `${[Reader.document, `${Reader.document}.words.${lang}.js`].map(encodeURIComponent).join("/")}?${state}`;

  /** With what this reader knows: some help is for other words only. */
  const ready = () => Promise.all([script, root.dataset.known].map((path) => Reader.load(path.slice(Reader.root.length))));

  Reader.learning = {
    languages,
    /** A promise of everything below `Reader.learning` that is about the page: `wrap`, `at`, `word`. */
    ready: () => ready().then(() => Reader.learning),
    load(lang) {
      if (!views.has(lang)) {
        const loaded = Promise.all([ready(), Reader.load(path(lang))]).then(() => Reader.learning.know(LearningText.view(Reader.take(`words/${Reader.document}/${lang}`))));
        loaded.catch(() => views.delete(lang)); // it may be there the next time
        views.set(lang, loaded);
      }
      return views.get(lang);
    },
  };

  const asked = () => {
    const { script: wanted, readings } = Reader.settings.chosen();
    return readings !== "off" || (root.dataset.scripts ?? "").toLowerCase().split(" ").includes(`zh-${wanted}`);
  };
  const open = () => {
    if (!asked()) return;
    ready().catch(() => {
      delete root.dataset.turning;
      Reader.toast(Reader.t("learning.unavailable"));
    });
  };
  Reader.on("start", () => {
    for (const each of document.querySelectorAll("[data-for=learner]")) each.hidden = false;
    open();
  });
  Reader.settings.onChange(open);
})();
