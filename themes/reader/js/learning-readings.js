/* Readings above words, drawn by the style sheet out of attributes: nothing of them is copied, found, or looked up by others. */
const LearningReadings = (() => {
  "use strict";

  const GAP = { pinyin: 0.14, jyutping: 0.14, zhuyin: 0.06 }; // between two readings, in characters
  const RATIO = 0.5; // of a reading's size to the text's: learning.css
  const TITLE = 0.25;
  const widths = new Map();
  let pen = null;

  /** How wide a text is, in sizes of its font. */
  function measured(text) {
    if (!pen) {
      pen = document.createElement("canvas").getContext("2d");
      pen.font = `100px ${getComputedStyle(document.documentElement).getPropertyValue("--sans")}`;
    }
    if (!widths.has(text)) widths.set(text, pen.measureText(text).width / 100);
    return widths.get(text);
  }

  /** Give help to the words of a line: `spans` are those of each run of it. `wish` says which: scheme, tones, and what
      LearningText.helped asks for. */
  function dress(line, runs, spans, wish) {
    const ratio = line.closest(".pair.title") ? TITLE : RATIO;
    const cells = runs.flatMap((run) => cellsOf(run, spans.get(run) ?? [], wish));
    const fits = LearningFit.fits(cells.map(({ width, text }) => ({ width, reading: text && measured(text) * ratio })), GAP[wish.scheme]);
    cells.forEach(({ element, width, text }, at) => element && text && put(element, text, width, fits[at]));
  }

  function cellsOf(run, spans, wish) {
    const { word } = run;
    if (!word) return [{ width: (run.end - run.start) * 0.5, text: "" }];
    const plain = [{ width: LearningFit.widthOf(word.text), text: "" }];
    const syllables = word.readings[wish.scheme] ?? [];
    if (!syllables.length || !spans.length || !LearningText.helped(word, wish)) return plain;
    const single = LearningText.byCharacter(word, wish.scheme);
    const letters = single && (wish.tones || wish.scheme === "zhuyin") ? spans.flatMap(lettersOf) : [];
    if (letters.length !== single?.length) return [{ ...plain[0], element: spans[0], text: LearningText.joined(syllables) }];
    if (wish.tones) letters.forEach((letter, at) => (letter.dataset.tone = LearningText.tone(syllables[at])));
    if (wish.scheme === "zhuyin") return letters.map((element, at) => ({ element, width: 1, text: syllables[at] }));
    return [{ ...plain[0], element: spans[0], text: LearningText.joined(syllables) }];
  }

  /** A word's span, cut into its characters. */
  function lettersOf(span) {
    const letters = [...span.textContent].map((each) => Reader.make("span", { class: "letter" }, each));
    span.replaceChildren(...letters);
    return letters;
  }

  function put(element, text, width, fit) {
    element.dataset.reading = text;
    element.style.setProperty("--n", width);
    if (fit < 1) element.style.setProperty("--fit", fit.toFixed(3));
  }

  /** Words that the end of a row parts get a reading on both sides of it. Layout is read first, and changed afterwards. */
  function mend(words) {
    const parted = words.map(([span, word]) => [span, word, placeOfBreak(span)]);
    for (const [span, { word, scheme }, at] of parted) {
      const syllables = LearningText.byCharacter(word, scheme);
      const count = [...word.text].length;
      if (!syllables || (at === 0 && !span.dataset.rest)) continue;
      span.dataset.reading = LearningText.joined(at ? syllables.slice(0, at) : syllables);
      span.style.setProperty("--n", at || count);
      if (at) {
        span.dataset.rest = LearningText.joined(syllables.slice(at));
        span.style.setProperty("--rest", count - at);
      } else delete span.dataset.rest;
    }
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
