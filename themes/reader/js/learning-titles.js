/* Titles that stand outside of the text, in the bar and the contents, in the script that the text is in. */
const LearningTitles = (() => {
  "use strict";

  const TITLES = ".home > [lang], .contents a > [lang]";
  const typed = new WeakMap();
  const plain = (text) => text.replace(/\s/g, "");

  /** Turn the titles of a language, or put them back; `speak` says in which script an element is. */
  function turn(view, turned, speak) {
    const titles = [...document.querySelectorAll(TITLES)].filter((each) => Reader.tongue(each) === view.language && !each.children.length);
    const lines = turned ? LearningLine.all(view.language).map((line) => [LearningLine.typed(line), line]) : [];
    for (const title of titles) {
      const text = typed.get(title) ?? title.textContent;
      typed.set(title, text);
      const other = turned ? otherOf(view, text, lines) : text;
      if (title.textContent !== other) title.textContent = other;
      speak(title, view, turned);
    }
  }

  /** A title is a line of the text, or its beginning; one of another page is told by the words of the text. */
  function otherOf(view, text, lines) {
    const [said, line] = lines.find(([said]) => said.startsWith(text) || plain(said) === plain(text)) ?? [];
    if (!line) return view.guess(text);
    return said.startsWith(text) ? LearningText.turned(text, 0, view.edits(LearningLine.nameOf(line))) : LearningLine.text(line);
  }

  return { turn };
})();
