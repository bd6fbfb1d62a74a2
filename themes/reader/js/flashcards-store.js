/* How far a learner is with each card, scheduled by FSRS (vendor/ts-fsrs.js), without chance, so that the same answers at the
   same times give the same days. Names no document: where it is kept is handed in.

   Kept is { perDay, day, fresh, done, cards: { id: [due, stability, difficulty, scheduled days, learning step, reviews,
   lapses, state, last review] } }; times are milliseconds. `fresh` and `done` count what the day brought so far. */
const FlashcardStore = (() => {
  "use strict";

  const HOUR = 3_600_000;
  const MORNING = 4 * HOUR; // a day begins at four: whoever learns past midnight is still at it
  const FIELDS = ["due", "stability", "difficulty", "scheduled_days", "learning_steps", "reps", "lapses", "state", "last_review"];
  const GRADES = [1, 2, 3, 4]; // again, hard, good, easy
  const PER_DAY = 20;
  const MOST = 999;

  const good = (card) => Array.isArray(card) && card.length === FIELDS.length && card.every((number) => Number.isFinite(number) && number >= 0) && card[7] > 0 && card[7] <= 3 && card[1] > 0;
  const count = (number, most = 1e6) => (Number.isInteger(number) && number >= 0 && number <= most ? number : null);

  /** What was kept, whatever rubbish was given. */
  function valid(given) {
    const kept = given && typeof given === "object" ? given : {};
    const cards = new Map(Object.entries(Object(kept.cards)).filter(([id, card]) => id.length <= 300 && good(card)));
    const day = /^\d{4}-\d\d-\d\d$/.test(kept.day) ? kept.day : "";
    return { perDay: count(kept.perDay, MOST) ?? PER_DAY, day, fresh: count(kept.fresh) ?? 0, done: count(kept.done) ?? 0, cards };
  }

  const written = ({ cards, ...rest }) => ({ ...rest, cards: Object.fromEntries(cards) });
  const ours = (time) => MORNING + new Date(time).getTimezoneOffset() * 60_000;

  /** `shift(time)` is how many milliseconds the learner's day begins after that of UTC, in which the scheduler counts. */
  function create({ read, write, shift = ours }) {
    let scheduler; // made for the first card: pages that only read and write files have none
    let kept = valid(read());
    let lasting = true;
    const past = []; // what each answer changed, the last one last

    const dayOf = (now) => new Date(now - shift(now)).toISOString().slice(0, 10);
    const endOf = (now) => (Math.floor((now - shift(now)) / (24 * HOUR)) + 1) * 24 * HOUR + shift(now);
    const to = (time) => new Date(time - shift(time));
    const from = (date) => {
      const time = date.getTime() + shift(date.getTime());
      return date.getTime() + shift(time);
    };

    function unpacked(id, now) {
      const packed = kept.cards.get(id);
      if (!packed) return FSRS.createEmptyCard(to(now));
      const card = Object.fromEntries(FIELDS.map((name, at) => [name, packed[at]]));
      return { ...card, due: to(card.due), last_review: to(card.last_review), elapsed_days: 0 };
    }

    const packed = (card) => FIELDS.map((name) => (card[name] instanceof Date ? from(card[name]) : Math.round(card[name] * 1e8) / 1e8));

    /** What each answer would do: grade → { due, card }. */
    function options(id, now) {
      scheduler ??= FSRS.fsrs({ enable_fuzz: false });
      const found = scheduler.repeat(unpacked(id, now), to(now));
      return new Map(GRADES.map((grade) => [grade, packed(found[grade].card)]).map(([grade, card]) => [grade, { due: card[0], card }]));
    }

    function today(now) {
      if (kept.day !== dayOf(now)) Object.assign(kept, { day: dayOf(now), fresh: 0, done: 0 });
      return kept;
    }

    /** Takes an answer down. */
    function grade(id, answer, now) {
      again();
      const { card } = options(id, now).get(answer);
      const { fresh, done } = today(now);
      past.push({ id, card: kept.cards.get(id), fresh, done, day: kept.day });
      if (!kept.cards.has(id)) kept.fresh += 1;
      kept.done += 1;
      kept.cards.set(id, card);
      save();
    }

    /** Takes the last answer of this visit back; the id of its card, null when there is none. */
    function undo() {
      const last = past.pop();
      if (!last) return null;
      again();
      if (last.card) kept.cards.set(last.id, last.card);
      else kept.cards.delete(last.id);
      if (kept.day === last.day) Object.assign(kept, { fresh: last.fresh, done: last.done });
      save();
      return last.id;
    }

    /** Adds what a file has; of a card that both have, the one that was answered last stays. */
    function merge(given) {
      again();
      const told = { added: 0, changed: 0, same: 0 };
      for (const [id, card] of valid(given).cards) {
        const now = kept.cards.get(id);
        const later = !now || card[8] > now[8];
        if (later) kept.cards.set(id, card);
        told[!now ? "added" : later ? "changed" : "same"] += 1;
      }
      save();
      return told;
    }

    function save() {
      lasting = write(written(kept));
    }

    function again() {
      if (lasting) kept = valid(read());
    }

    return {
      options,
      grade,
      undo,
      merge,
      again,
      endOf,
      /** { due, state } of a card, null before its first answer; states as FSRS counts them: 1 learning, 2 review, 3 learning anew. */
      card: (id) => (kept.cards.has(id) ? { due: kept.cards.get(id)[0], state: kept.cards.get(id)[7] } : null),
      undoable: () => past.length > 0,
      today: (now) => ({ fresh: today(now).fresh, done: today(now).done }),
      perDay: () => kept.perDay,
      setPerDay: (number) => {
        again();
        kept.perDay = count(number, MOST) ?? kept.perDay;
        save();
      },
      /** So many new cards more than the day would bring. */
      more: (number, now) => {
        again();
        today(now).fresh = Math.max(0, kept.fresh - number, kept.fresh - kept.perDay - number);
        save();
      },
      kept: () => written(kept),
      /** Nobody has answered anything yet. */
      empty: () => kept.cards.size === 0,
    };
  }

  return { create, GRADES, MOST };
})();
