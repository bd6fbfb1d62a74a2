/* The steps of a presentation: pure, so that a clicker with two buttons can be thought through. */
const PresentSteps = (() => {
  "use strict";

  const pairOf = (id) => id.replace(/-[^-]*$/, "");

  /** The slides of a text: each the ids of its segments; one a segment, or one a paragraph. */
  const slides = (ids, whole) => {
    const found = [];
    for (const id of ids) {
      const last = found[found.length - 1];
      if (whole && last && pairOf(last[0]) === pairOf(id)) last.push(id);
      else found.push([id]);
    }
    return found;
  };

  /** The place of the slide that shows a segment or begins a paragraph; 0 when none does. */
  const find = (made, id) => Math.max(0, made.findIndex((ids) => ids.some((each) => each === id || pairOf(each) === id)));

  /** What a slide is called in an address: p3-1, or p3 for a whole paragraph. */
  const name = (ids, whole) => (whole ? pairOf(ids[0]) : ids[0]);

  /** One step on: what is hidden is shown first, then the next slide comes. { at, open } or null at the end. `keeps` leaves the
   *  translation open from slide to slide. */
  const forward = ({ at, open }, count, keeps) => {
    if (!open) return { at, open: true };
    return at + 1 < count ? { at: at + 1, open: keeps } : null;
  };

  /** One slide back. It stands there as it was left: open. */
  const back = ({ at }) => (at > 0 ? { at: at - 1, open: true } : null);

  return { slides, find, name, forward, back };
})();
