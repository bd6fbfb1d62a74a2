/* Which card comes next: what was just learnt when its minutes are over, then what is due today, the longest overdue first,
   then new cards, as many as the day may bring. Names no document. */
const FlashcardQueue = (() => {
  "use strict";

  const AHEAD = 20 * 60_000; // what is due so soon is shown at once when nothing else is there, rather than sending somebody away

  /** { learning, due, fresh } of a deck, ids in the order in which they come; `waiting` are cards of later in the day. */
  function plan(ids, store, now) {
    const known = ids.map((id) => ({ id, ...store.card(id) }));
    const soonest = (one, other) => one.due - other.due;
    const short = known.filter(({ state }) => state === 1 || state === 3).sort(soonest);
    const due = known.filter(({ state, due }) => state === 2 && due < store.endOf(now)).sort(soonest);
    const room = Math.max(0, store.perDay() - store.today(now).fresh);
    const untouched = known.filter(({ state }) => state === undefined);
    return {
      learning: short.filter((card) => card.due <= now),
      waiting: short.filter((card) => card.due > now && card.due < store.endOf(now)),
      due,
      fresh: untouched.slice(0, room),
      left: Math.max(0, untouched.length - room), // new cards for other days
      later: known.filter((card) => card.state && card.due >= store.endOf(now)).sort(soonest),
    };
  }

  /** The id of the card to show, null when there is none now. */
  function next(planned, now) {
    const { learning, due, fresh, waiting } = planned;
    const soon = waiting.filter((card) => card.due <= now + AHEAD);
    return [...learning, ...due, ...fresh, ...soon][0]?.id ?? null;
  }

  /** How many cards the day still has: new, being learnt, due. */
  const counts = ({ learning, waiting, due, fresh }) => ({ fresh: fresh.length, learning: learning.length + waiting.length, due: due.length });

  /** When something comes again: a time in milliseconds, null when the deck has nothing. */
  function when({ waiting, later, left }, end) {
    const times = [...waiting, ...later].map((card) => card.due);
    return Math.min(...times, left ? end : Infinity, Infinity) === Infinity ? null : Math.min(...times, left ? end : Infinity);
  }

  /** A span of time as the interface says it, in the largest unit that fits: [number, unit]. */
  function span(milliseconds) {
    const minutes = Math.max(0, milliseconds) / 60_000;
    if (minutes < 60) return [Math.max(1, Math.round(minutes)), "minute"];
    if (minutes < 24 * 60) return [Math.round(minutes / 60), "hour"];
    const days = minutes / 1440;
    if (days < 30) return [Math.round(days), "day"];
    return days < 365 ? [Math.round(days / 3.044) / 10, "month"] : [Math.round(days / 36.525) / 10, "year"];
  }

  return { plan, next, counts, when, span };
})();
