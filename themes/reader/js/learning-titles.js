/* Titles that stand outside of the text, in the bar and the contents, in the script that the text is in. */
const LearningTitles = (() => {
  "use strict";

  const TITLES = ".home > [lang], .contents a > [lang]";
  const typed = new WeakMap();
  const plain = (text) => text.replace(/\s/g, "");

  /** Turn the titles of a language, or put them back; `speak` says in which script an element is. */
  function turn(view, turned, speak) {
    const titles = [...document.querySelectorAll(TITLES)].filter((each) => Reader.tongue(each) === view.language && !each.children.length);
    const others = turned ? fromLines(view) : new Map();
    for (const title of titles) {
      const text = typed.get(title) ?? title.textContent;
      const other = turned ? others.get(plain(text)) : text;
      if (other === undefined) continue;
      if (title.textContent !== other) title.textContent = other;
      typed.set(title, text);
      speak(title, view, turned);
    }
  }

  /** What the lines of the page say as typed, and what they say now. */
  function fromLines(view) {
    return new Map(LearningLine.all(view.language).map((line) => [plain(LearningLine.typed(line)), LearningLine.text(line)]));
  }

  return { turn };
})();
