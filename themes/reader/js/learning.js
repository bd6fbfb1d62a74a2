/* The learner's layer on the page: words, their readings, and the other script, as the settings ask for them. Lines are cut into
   words while they are near the window, all of them for print: so a long page costs no more than a short one.

   Reader.learning.wrap(line)        cut a line into words for as long as somebody needs them; gives their spans
   Reader.learning.unwrap(line)      no longer needed
   Reader.learning.at(node, offset)  the word at a place of the page: { line, id, start, end, word }, else null
   Reader.learning.word(element)     the same of a word's span or what is in it
   Reader.on("text", …)              the page says something in another script now */
"use strict";

(() => {
  const { learning, settings } = Reader;
  const root = document.documentElement;
  const views = new Map(); // language → its words, as far as they are loaded
  const drawn = new WeakMap(); // line → the wish that it was drawn by
  const places = new WeakMap(); // span of a word → { line, id, start, end, word }
  const near = new Set();
  const held = new Set(); // lines that somebody wants in words
  let [printing, mending, again] = [false, 0, 0];

  const turnedOf = (view) => Boolean(view.script) && view.script.toLowerCase() === `zh-${settings.chosen().script}`;

  /** What a line of this language should show. What is cut stays so while its readings are off: that is only a style. */
  function wishFor(view, line) {
    const { readings, above, help, tones } = settings.chosen();
    const scheme = view.schemes.includes(readings) ? readings : "";
    const cut = held.has(line) || (scheme !== "" && (printing || near.has(line)));
    const known = help === "unknown" && Reader.known ? (text) => Reader.known.has(text) : undefined;
    const [turned, coloured] = [turnedOf(view), tones !== "off" && scheme !== "jyutping"];
    const name = `${scheme} ${coloured} ${above} ${known ? again : ""}`;
    return { turned, cut, scheme, tones: coloured, above, known, name };
  }

  /** Draw lines that do not show what they should; with `tidy` also those that are cut and need not be. */
  function draw(lines, tidy = false) {
    const stale = ([line, wish]) => {
      const now = drawn.get(line) ?? { turned: false, cut: false };
      return now.turned !== wish.turned || (wish.cut ? now.name !== wish.name || !now.cut : tidy && now.cut);
    };
    const wishes = lines.map((line) => [line, wishFor(viewOf(line), line)]).filter(stale);
    if (!wishes.length) return;
    const touched = wishes.map(([line]) => line);
    LearningLine.keeping(touched, () => wishes.forEach(([line, wish]) => drawOne(line, viewOf(line), wish)));
    later();
  }

  function drawOne(line, view, wish) {
    const id = LearningLine.nameOf(line);
    const runs = wish.cut ? view.runs(id) : [];
    const spans = new Map();
    const fill = (span, run) => {
      places.set(span, { line, id, ...run });
      spans.set(run, [...(spans.get(run) ?? []), span]);
    };
    LearningLine.lay(line, { runs, changes: wish.turned ? view.edits(id) : [], fill });
    if (wish.cut && wish.scheme) LearningReadings.dress(line, runs, spans, wish);
    speak(line, view, wish.turned);
    drawn.set(line, wish);
  }

  const viewOf = (line) => views.get(Reader.tongue(line));

  /** Say in which script an element is. */
  function speak(element, view, turned) {
    if (turned === Boolean(element.dataset.tongue)) return;
    element.lang = turned ? view.script : view.language;
    if (turned) element.dataset.tongue = view.language;
    else delete element.dataset.tongue;
  }

  /** Parted words are looked for once the page is laid out. */
  function later() {
    mending ||= requestAnimationFrame(() => {
      mending = 0;
      mend([...near]);
    });
  }

  const mend = (lines) => settings.chosen().readings !== "off" && LearningReadings.mend(lines);

  const everyLine = () => [...views.keys()].flatMap(LearningLine.all);

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) near[isIntersecting ? "add" : "delete"](target);
      draw(entries.map(({ target }) => target), true);
    },
    { rootMargin: "75% 0%" },
  );

  /** The words of one more language are there. */
  learning.know = (view) => {
    views.set(view.language, view);
    for (const line of LearningLine.all(view.language)) observer.observe(line);
    return view;
  };

  function update() {
    draw(everyLine());
    const turned = [...views.values()].filter(turnedOf).map(({ language }) => language).join();
    for (const view of views.values()) LearningTitles.turn(view, turnedOf(view), speak);
    if (update.turned !== turned) Reader.emit("text");
    update.turned = turned;
    later();
  }

  Object.assign(learning, {
    wrap(line) {
      held.add(line);
      draw([line]);
      return [...line.querySelectorAll(".word")];
    },
    unwrap(line) {
      held.delete(line);
      draw([line], true);
    },
    word: (element) => places.get(element.closest(".word")) ?? null,
    at(node, offset) {
      const word = node.parentElement?.closest(".word");
      if (word) return places.get(word) ?? null;
      const line = LearningLine.lineOf(node);
      const part = line && viewOf(line) && LearningLine.partsOf(line).find(([each]) => each === node);
      if (!part) return null;
      const id = LearningLine.nameOf(line);
      const run = viewOf(line).runs(id).find(({ start, end, word }) => word && start <= part[1] + offset && part[1] + offset < end);
      return run ? { line, id, ...run } : null;
    },
  });

  addEventListener("beforeprint", () => {
    printing = true;
    draw(everyLine());
    mend(everyLine());
  });
  addEventListener("afterprint", () => {
    printing = false;
    draw(everyLine(), true);
  });
  const article = document.querySelector("article"); // pages of words and cards have none
  if (article) new ResizeObserver(later).observe(article);
  Reader.on("known", () => {
    again++;
    update();
  });
  settings.onChange(update);
  Promise.all(learning.languages.map((lang) => learning.load(lang)))
    .then(update)
    .catch(() => Reader.toast(Reader.t("learning.unavailable")))
    .finally(() => delete root.dataset.turning);
})();
