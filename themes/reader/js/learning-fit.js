/* How wide a reading may be drawn so that it touches none beside it: numbers only. */
const LearningFit = (() => {
  "use strict";

  const EDGE = 0.25; // of a character: what a reading in the middle of its cell may hang over the end of a row
  const PARTED = 0.5; // and what half of a parted word may

  /** How far each reading of a line must be drawn together, 1 for not at all. `cells` are what stands side by side:
      { width, reading } in widths of a character, `reading` 0 for none; `gap` stays free between two readings. A reading
      stands in the middle of its cell and may hang over what its neighbours leave. Of a word that is parted by the end of
      a row, the first cell is `before` it and the second `after` it; they hang over the end if they are too long. */
  function fits(cells, gap) {
    const left = cells.map(({ width, reading }) => (reading ? Math.max(0, (width - reading - gap) / 2) : width / 2));
    const ends = (at) => cells[at] === undefined || cells[at + 1] === undefined || cells[at].before;
    const room = ({ width, before, after }, at) => {
      const middle = width - gap + 2 * Math.min(ends(at - 1) ? EDGE : left[at - 1], ends(at) ? EDGE : left[at + 1]);
      return before || after ? Math.max(middle, width - gap / 2 + PARTED) : middle;
    };
    return cells.map((cell, at) => (cell.reading ? Math.min(1, room(cell, at) / cell.reading) : 1));
  }

  /** How wide a text is, in characters of Chinese: marks are drawn together in many fonts. */
  const widthOf = (text) => [...text].reduce((sum, each) => sum + (/\p{Script=Han}/u.test(each) ? 1 : each > "\u2e80" ? 0.5 : 0.4), 0);

  return { fits, widthOf };
})();
