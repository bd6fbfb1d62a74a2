/* Readings above words, drawn by the style sheet out of attributes: nothing of them is copied, found, or looked up by others. */
const LearningReadings = (() => {
  "use strict";

  const GAP = { pinyin: 0.14, jyutping: 0.14, zhuyin: 0.06 }; // between two readings, in characters
  const RATIO = { pinyin: 0.5, jyutping: 0.5, zhuyin: 0.44 }; // of a reading's size to the text's: learning.css
  const widths = new Map();
  const dressed = new WeakMap(); // line → { cells, scheme, ratio }
  let pen = null;

  /** How wide a text is, in sizes of its font. */
  function measured(text) {
    if (!pen) {
      pen = new OffscreenCanvas(1, 1).getContext("2d"); // one of the page would have it laid out again each time
      pen.font = `100px ${getComputedStyle(document.documentElement).getPropertyValue("--sans")}`;
    }
    if (!widths.has(text)) widths.set(text, pen.measureText(text).width / 100);
    return widths.get(text);
  }

  /** Give help to the words of a line: `spans` are those of each run of it. `wish` says which: scheme, tones, and what
      LearningText.helped asks for. */
  function dress(line, runs, spans, wish) {
    const ratio = RATIO[wish.scheme] * (line.parentElement.matches(".title") ? 0.5 : 1);
    const cells = runs.flatMap((run) => cellsOf(run, spans.get(run) ?? [], wish));
    dressed.set(line, { cells, scheme: wish.scheme, ratio });
    draw(line, cells);
  }

  function cellsOf(run, spans, wish) {
    const { word } = run;
    if (!word) return [{ width: (run.end - run.start) * 0.5, text: "" }];
    const plain = { width: LearningFit.widthOf(word.text), text: "" };
    const syllables = word.readings[wish.scheme] ?? [];
    if (!syllables.length || !spans.length || !LearningText.helped(word, wish)) return [plain];
    const single = LearningText.byCharacter(word, wish.scheme);
    const whole = { ...plain, element: spans[0], text: LearningText.joined(syllables), syllables: spans.length === 1 && single };
    const letters = single && (wish.tones || wish.scheme === "zhuyin") ? spans.flatMap(lettersOf) : [];
    if (letters.length !== single?.length) return [whole];
    if (wish.tones) letters.forEach((letter, at) => (letter.dataset.tone = LearningText.tone(syllables[at])));
    return wish.scheme === "zhuyin" ? letters.map((element, at) => ({ element, width: 1, text: syllables[at] })) : [whole];
  }

  /** A word's span, cut into its characters. */
  function lettersOf(span) {
    const letters = [...span.textContent].map((each) => Reader.make("span", { class: "letter" }, each));
    if (span.querySelector(".before-gap")) letters[letters.length - 1].classList.add("before-gap");
    span.replaceChildren(...letters);
    return letters;
  }

  function draw(line, cells) {
    const { scheme, ratio } = dressed.get(line);
    const fits = LearningFit.fits(cells.map((cell) => ({ ...cell, reading: cell.text && measured(cell.text) * ratio })), GAP[scheme]);
    cells.forEach((cell, at) => cell.text && put(cell, fits[at]));
  }

  function put({ element, text, width, after }, fit) {
    const [name, size, drawn] = after ? ["rest", "--rest", "--rest-fit"] : ["reading", "--n", "--fit"];
    element.dataset[name] = text;
    element.style.setProperty(size, width);
    if (fit < 1) element.style.setProperty(drawn, fit.toFixed(3));
    else element.style.removeProperty(drawn);
  }

  /** Words that the end of a row parts get a reading on both sides of it. Layout is read first, and changed afterwards. */
  function mend(lines) {
    const found = lines.map((line) => [line, dressed.get(line)]).filter(([, told]) => told && told.scheme !== "zhuyin");
    const parted = found.map(([line, { cells }]) => [line, cells.map((cell) => (cell.syllables?.length > 1 ? placeOfBreak(cell.element) : 0))]);
    for (const [line, places] of parted) {
      const { cells, parted: before = false } = dressed.get(line);
      if (!before && !places.some(Boolean)) continue;
      for (const { element } of cells) if (element) delete element.dataset.rest;
      draw(line, cells.flatMap((cell, at) => (places[at] ? halves(cell, places[at]) : [cell])));
      dressed.get(line).parted = places.some(Boolean);
    }
  }

  function halves({ element, width, syllables }, place) {
    const side = (from, to) => LearningText.joined(syllables.slice(from, to));
    return [
      { element, width: place, text: side(0, place), before: true },
      { element, width: width - place, text: side(place), after: true },
    ];
  }

  /** How many characters of a word stand before the end of a row in it; 0 where it is whole. */
  function placeOfBreak(span) {
    if (span.getClientRects().length < 2) return 0;
    const walker = document.createTreeWalker(span, NodeFilter.SHOW_TEXT);
    const tops = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (let at = 0; at < node.length; ) {
        const length = String.fromCodePoint(node.data.codePointAt(at)).length;
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + length);
        tops.push(range.getBoundingClientRect().top);
        at += length;
      }
    }
    return Math.max(0, tops.findIndex((top) => top > tops[0] + 4));
  }

  return { dress, mend };
})();
