/* How wide a reading may be drawn so that it touches none beside it: numbers only. */
const LearningFit = (() => {
  "use strict";

  const EDGE = 0.25; // of a character: what may hang over the ends of a line

  /** How far each reading of a line must be drawn together, 1 for not at all. `cells` are what stands side by side:
      { width, reading } in widths of a character, `reading` 0 for none; `gap` stays free between two readings. A reading
      stands in the middle of its cell and may hang over what its neighbours leave. */
  function fits(cells, gap) {
    const left = cells.map(({ width, reading }) => (reading ? (width - reading - gap) / 2 : width / 2));
    const give = (at) => (left[at] === undefined ? EDGE : Math.max(0, left[at]));
    return cells.map(({ width, reading }, at) => (reading ? Math.min(1, (width - gap + 2 * Math.min(give(at - 1), give(at + 1))) / reading) : 1));
  }

  /** How wide a text is, in characters of Chinese: marks are drawn together in many fonts. */
  const widthOf = (text) => [...text].reduce((sum, each) => sum + (/\p{Script=Han}/u.test(each) ? 1 : each > "\u2e80" ? 0.5 : 0.4), 0);

  return { fits, widthOf };
})();
