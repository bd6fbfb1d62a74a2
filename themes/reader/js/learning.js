/* The learner's layer on the page: words, their readings, and the other script, as the settings ask for them. Lines are cut into
   words when they come near the window, all of them for print.

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
  const drawn = new WeakMap(); // line → what it shows, in one word
  const places = new WeakMap(); // span of a word → { line, id, start, end, word }
  const near = new Set();
  const held = new Set(); // lines that somebody wants in words
  let [printing, mending, again] = [false, 0, 0];

  const turnedOf = (view) => Boolean(view.script) && view.script.toLowerCase() === `zh-${settings.chosen().script}`;

  /** What a line of this language should show. */
  function wishFor(view, line) {
    const { readings, above, help, tones } = settings.chosen();
    const scheme = view.schemes.includes(readings) ? readings : "";
    const cut = held.has(line) || (scheme !== "" && (printing || near.has(line)));
    const known = help === "unknown" && Reader.known ? (text) => Reader.known.has(text) : undefined;
    const [turned, coloured] = [turnedOf(view), tones !== "off" && scheme !== "jyutping"];
    const name = [turned, cut && `${scheme} ${coloured} ${above} ${known ? again : ""}`].join();
    return { turned, cut, scheme, tones: coloured, above, known, name };
  }

  function draw(lines) {
    const wishes = lines.map((line) => [line, wishFor(viewOf(line), line)]).filter(([line, { name }]) => (drawn.get(line) ?? "false,false") !== name);
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
    drawn.set(line, wish.name);
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
      mend(near);
    });
  }

  function mend(lines) {
    const { readings: scheme } = settings.chosen();
    if (scheme === "off" || scheme === "zhuyin") return;
    const words = [...lines].flatMap((line) => [...line.querySelectorAll(".word[data-reading]")]).map((span) => [span, { word: places.get(span)?.word, scheme }]);
    LearningReadings.mend(words.filter(([, { word }]) => word && [...word.text].length > 1));
  }

  const everyLine = () => [...views.keys()].flatMap(LearningLine.all);

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) near[isIntersecting ? "add" : "delete"](target);
      draw(entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target));
      later();
    },
    { rootMargin: "75% 0%" },
  );

  async function load() {
    const found = await Promise.all(learning.languages.map((lang) => learning.load(lang)));
    found.forEach((view) => views.set(view.language, view));
    for (const line of everyLine()) observer.observe(line);
  }

  function update() {
    if (!views.size) return;
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
      draw([line]);
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
  addEventListener("afterprint", () => (printing = false));
  const article = document.querySelector("article"); // pages of words and cards have none
  if (article) new ResizeObserver(later).observe(article);
  Reader.on("known", () => {
    again++;
    update();
  });
  settings.onChange(update);
  load()
    .then(update)
    .catch(() => Reader.toast(Reader.t("learning.unavailable")))
    .finally(() => delete root.dataset.turning);
})();
