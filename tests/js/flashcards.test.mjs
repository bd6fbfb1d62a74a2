// Cards: when they come again, held to ts-fsrs itself, and which one is next. Run by `node --test tests/js`.
import assert from "node:assert/strict";
import test from "node:test";
import { Learner } from "./load-vocabulary.mjs";

const { FlashcardStore, FlashcardQueue, FlashcardDecks, FSRS } = Learner;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 25, 12);

/** A store on a shelf that can be looked at, for a learner whose days begin when those of UTC do, or `shift` later. */
function opened(kept = null, shift = 0) {
  const shelf = { kept };
  const one = () => FlashcardStore.create({ read: () => structuredClone(shelf.kept), write: (value) => ((shelf.kept = JSON.parse(JSON.stringify(value))), true), shift: () => shift });
  return { shelf, store: one(), other: one };
}

const ANSWERS = ["3", "33", "333", "1333", "43", "444", "331333", "32222", "3344113334", "2341".repeat(6)];

for (const answers of ANSWERS)
  test(`answers ${answers} give the days of ts-fsrs`, () => {
    const { store, shelf } = opened();
    const scheduler = FSRS.fsrs({ enable_fuzz: false });
    let card = FSRS.createEmptyCard(new Date(START));
    let now = START;
    for (const answer of answers) {
      const options = scheduler.repeat(card, new Date(now));
      for (const grade of FlashcardStore.GRADES) assert.equal(store.options("zh 发展", now).get(grade).due, options[grade].card.due.getTime());
      card = options[Number(answer)].card;
      store.grade("zh 发展", Number(answer), now);
      assert.deepEqual(store.card("zh 发展"), { due: card.due.getTime(), state: card.state });
      const [, stability, difficulty] = shelf.kept.cards["zh 发展"];
      assert.ok(Math.abs(stability - card.stability) < 1e-6 && Math.abs(difficulty - card.difficulty) < 1e-6);
      now = card.due.getTime() + HOUR; // somewhat late, as people are
    }
  });

test("the same answers at the same times give the same days, without chance", () => {
  const run = () => {
    const { store, shelf } = opened();
    for (let at = 0; at < 12; at++) store.grade("zh 发展", 3, START + at * 9 * DAY);
    return shelf.kept;
  };
  assert.deepEqual(run(), run());
});

test("an evening and the next morning are two days, where the learner is", () => {
  const shift = -8 * HOUR + 4 * HOUR; // east of Greenwich, days from four in the morning
  const { store } = opened(null, shift);
  const evening = Date.UTC(2026, 10, 25, 13); // nine at night
  const morning = Date.UTC(2026, 10, 25, 23); // seven, the same day in UTC
  store.grade("a", 4, evening);
  const due = store.card("a").due;
  const scheduler = FSRS.fsrs({ enable_fuzz: false });
  const first = scheduler.repeat(FSRS.createEmptyCard(new Date(evening)), new Date(evening))[4].card;
  assert.equal(due, first.due.getTime());
  assert.equal(store.endOf(evening), Date.UTC(2026, 10, 25, 20));
  const later = scheduler.repeat(first, new Date(evening + DAY))[3].card; // one day later, as the learner counts
  assert.equal(store.options("a", morning).get(3).due - morning, later.due.getTime() - (evening + DAY));
});

test("an answer is taken back with what the day counted", () => {
  const { store, shelf } = opened();
  store.grade("a", 3, START);
  const before = structuredClone(shelf.kept);
  store.grade("a", 1, START + HOUR);
  store.grade("b", 4, START + HOUR);
  assert.deepEqual(store.today(START), { fresh: 2, done: 3 });
  assert.deepEqual([store.undo(), store.undo()], ["b", "a"]);
  assert.deepEqual(shelf.kept, before);
  assert.deepEqual([store.undo(), store.undoable(), store.undo()], ["a", false, null]);
  assert.deepEqual(shelf.kept.cards, {});
});

test("a deck brings what is due, then new cards, as many as the day may have", () => {
  const { store } = opened();
  store.setPerDay(2);
  const ids = ["a", "b", "c", "d"];
  const next = (now) => FlashcardQueue.next(FlashcardQueue.plan(ids, store, now), now);
  assert.equal(next(START), "a");
  store.grade("a", 4, START);
  assert.equal(next(START), "b");
  store.grade("b", 1, START);
  const plan = FlashcardQueue.plan(ids, store, START);
  assert.deepEqual(FlashcardQueue.counts(plan), { fresh: 0, learning: 1, due: 0 });
  assert.equal(plan.left, 2);
  assert.equal(next(START), "b"); // a minute ahead, rather than nothing
  store.grade("b", 4, START);
  assert.equal(next(START), null);
  const due = store.card("a").due;
  assert.equal(FlashcardQueue.when(FlashcardQueue.plan(ids, store, START), store.endOf(START)), store.endOf(START));
  assert.deepEqual(FlashcardQueue.counts(FlashcardQueue.plan(ids, store, due - HOUR)), { fresh: 2, learning: 0, due: 2 });
  store.more(1, START);
  assert.equal(next(START), "c");
});

test("a deck without new cards says when it goes on", () => {
  const { store } = opened();
  store.grade("a", 4, START);
  const plan = FlashcardQueue.plan(["a"], store, START);
  assert.equal(FlashcardQueue.next(plan, START), null);
  assert.equal(FlashcardQueue.when(plan, store.endOf(START)), store.card("a").due);
  assert.equal(FlashcardQueue.when(FlashcardQueue.plan([], store, START), store.endOf(START)), null);
});

test("a new day starts counting anew", () => {
  const { store } = opened();
  store.grade("a", 3, START);
  assert.deepEqual(store.today(START + DAY), { fresh: 0, done: 0 });
});

const GOOD = [START, 2.3, 5, 0, 1, 1, 0, 1, START];
const RUBBISH = [null, 1, [], "x", { cards: 5 }, { cards: [1] }, { cards: { a: null } }, { cards: { a: [1, 2] } }, { cards: { a: GOOD.map(String) } }];
RUBBISH.push({ cards: { a: [...GOOD.slice(0, 7), 9, START] } }, { cards: { a: [START, 0, ...GOOD.slice(2)] } }, { cards: { ["a".repeat(400)]: GOOD } }, { perDay: -1 }, { perDay: "9" }, { day: 3, fresh: "x" });

for (const kept of RUBBISH)
  test(`rubbish changes nothing: ${JSON.stringify(kept).slice(0, 60)}`, () => {
    const { store } = opened(kept);
    assert.deepEqual([store.card("a"), store.perDay(), store.empty()], [null, 20, true]);
    store.grade("a", 3, START);
    assert.equal(store.card("a").state, 1);
  });

test("of a card in a file and here, the one that was answered last stays", () => {
  const { store } = opened();
  store.grade("a", 3, START);
  store.grade("b", 3, START);
  const file = { cards: { a: [9e12, 9, 5, 9, 0, 2, 0, 2, START + DAY], b: [9e12, 9, 5, 9, 0, 2, 0, 2, START - DAY], c: GOOD, d: "x" } };
  assert.deepEqual(store.merge(file), { added: 1, changed: 1, same: 1 });
  assert.deepEqual([store.card("a").due, store.card("b").state, store.card("c").due], [9e12, 1, START]);
});

test("what another tab has answered is not lost", () => {
  const { store, other, shelf } = opened();
  const second = other();
  store.grade("a", 3, START);
  second.grade("b", 3, START);
  assert.deepEqual(Object.keys(shelf.kept.cards), ["a", "b"]);
});

const WORK = { id: "text", languages: ["zh-Hant", "en"], lines: { "p1-1": ["甲。", "One."], "p1-2": ["乙。", " "], "n5/1": ["注", "Note"] } };
const WORDS = [["发展", "發展", "发展"], ["政府", "政府", ""]].map(([key, text, other]) => ({ key, text, other, known: { tag: "zh-Hant" } }));

test("cards of sentences are those with a translation, in either direction", () => {
  assert.deepEqual(FlashcardDecks.ofSentences(WORK, "en", "zh-Hant"), [{ id: "text#p1-1 en", kind: "sentence", segment: "p1-1", front: "en", back: "zh-Hant" }]);
  assert.equal(FlashcardDecks.ofSentences(WORK, "zh-Hant", "en")[0].id, "text#p1-1 zh-Hant");
});

test("a card of a word is the same in every document and script", () => {
  assert.deepEqual(FlashcardDecks.ofWords(WORDS).map(({ id }) => id), ["zh 发展", "zh 政府"]);
});

test("an address names words in any of their forms", () => {
  const named = (hash) => FlashcardDecks.named(hash, WORDS)?.map(({ key }) => key).join(" ");
  assert.equal(named(FlashcardDecks.address(WORDS)), "发展 政府");
  assert.deepEqual(["#words=发展,無", "#words=", "#p1", "", "#words=%E0"].map(named), ["发展", "", undefined, undefined, undefined]);
});

const SPANS = [[10_000, [1, "minute"]], [10 * 60_000, [10, "minute"]], [2 * HOUR, [2, "hour"]], [DAY, [1, "day"]], [29 * DAY, [29, "day"]], [45 * DAY, [1.5, "month"]], [400 * DAY, [1.1, "year"]], [-5, [1, "minute"]]];
for (const [span, expected] of SPANS) test(`${span} milliseconds are ${expected.join(" ")}`, () => assert.deepEqual(FlashcardQueue.span(span), expected));
