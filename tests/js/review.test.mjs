// The logic of the review page: what can be done to the segments of a pair, which are listed, and what becomes of edits.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const folder = new URL("../../site_builder/data/review/", import.meta.url);
const code = ["pairs.js", "order.js", "session.js"].map((file) => readFileSync(new URL(file, folder), "utf8")).join("\n");
const { ReviewPairs, ReviewOrder, ReviewSession } = vm.runInThisContext(`${code}\n;({ ReviewPairs, ReviewOrder, ReviewSession })`);

/** A pair from rows of texts: ["甲。", "A. "] for each row, a bar where a clause ends inside. */
const sent = (id, rows, more = {}) => {
  const sides = [0, 1].map((side) => rows.map((row) => row[side]));
  const ends = sides.map((texts) => {
    let at = 0;
    return texts.map((text) => [at, (at += [...text.replaceAll("|", "")].length)]);
  });
  const cuts = sides.map((texts) => {
    const found = [];
    let at = 0;
    for (const char of texts.join("|")) char === "|" ? found.push(at) : (at += 1);
    return [...new Set(found)];
  });
  return {
    id,
    fixed: false,
    texts: sides.map((texts) => texts.join("").replaceAll("|", "")),
    cuts,
    rows: rows.map((row, at) => [`${id}-${at + 1}`, "auto", row[2] ?? 0.9, ends.map((side) => (side[at][0] < side[at][1] ? side[at] : null))]),
    ...more,
  };
};
const pair = (...rows) => ReviewPairs.opened(sent("p1", rows));
const shown = (of, rows = of.rows) => rows.map((row) => [0, 1].map((side) => ReviewPairs.text(of, row, side)).join("/"));
const ids = (rows) => rows.map((row) => row.id);

test("two rows become one, under the first id, and locked", () => {
  const of = pair(["甲。", "A. "], ["乙。", "B. "], ["丙。", "C."]);
  const { rows, at } = ReviewPairs.merge(of, 0);
  assert.deepEqual(shown(of, rows), ["甲。乙。/A. B. ", "丙。/C."]);
  assert.deepEqual([at, rows[0].id, rows[0].status, rows[1].status], [0, "p1-1", "locked", "auto"]);
  assert.equal(ReviewPairs.merge(of, 2).why, "why.end");
});

test("a one-sided row is linked by merging it", () => {
  const of = pair(["甲。", ""], ["", "A."]);
  assert.deepEqual(shown(of, ReviewPairs.merge(of, 0).rows), ["甲。/A."]);
});

test("a split cuts the other side where a clause ends at about the same share", () => {
  const of = pair(["甲甲，|乙乙，|丙丙。", "Aa, |bb, |cc."]);
  assert.deepEqual(shown(of, ReviewPairs.split(of, 0, 0, 3).rows), ["甲甲，/Aa, ", "乙乙，丙丙。/bb, cc."]);
  assert.deepEqual(ids(ReviewPairs.split(of, 0, 0, 3).rows), ["p1-1", ""]);
});

test("a split leaves the other side with the first part where it has no clause", () => {
  const of = pair(["甲甲，|乙乙。", "Aa bb."]);
  assert.deepEqual(shown(of, ReviewPairs.split(of, 0, 0, 1).rows), ["甲/Aa bb.", "甲，乙乙。/"]);
});

test("nothing is split off that holds no letter", () => {
  const of = pair(["甲 ", "A"]);
  for (const offset of [0, 1, 2, -1, 9]) assert.equal(ReviewPairs.split(of, 0, 0, offset).why, "why.place");
});

test("a boundary moves by clauses, both ways, and takes a row along that becomes empty", () => {
  const of = pair(["甲，|乙，", "A "], ["丙。", "B "]);
  assert.equal(ReviewPairs.next(of, 0, 0, -1), 2);
  assert.deepEqual(shown(of, ReviewPairs.move(of, 0, 0, 2).rows), ["甲，/A ", "乙，丙。/B "]);
  assert.equal(ReviewPairs.next(of, 0, 1, 1), 4);
  assert.deepEqual(shown(of, ReviewPairs.move(of, 0, 1, 4).rows), ["甲，乙，/A B ", "丙。/"]);
  const lone = pair(["甲。", "A"], ["乙。", ""]);
  assert.deepEqual(shown(lone, ReviewPairs.move(lone, 0, 0, 4).rows), ["甲。乙。/A"]);
  assert.equal(ReviewPairs.move(of, 0, 0, 99).why, "why.place");
});

test("a boundary moves into a side that was empty", () => {
  const of = pair(["甲，|乙。", ""], ["", "A"]);
  assert.deepEqual(shown(of, ReviewPairs.move(of, 0, 0, 2).rows), ["甲，/", "乙。/A"]);
});

test("unlinking makes a row a language", () => {
  const of = pair(["甲。", "A"]);
  assert.deepEqual(shown(of, ReviewPairs.unlink(of, 0).rows), ["甲。/", "/A"]);
  assert.equal(ReviewPairs.unlink(pair(["甲。", ""]), 0).why, "why.alone");
});

test("an exchange lets links cross, and what crosses is not cut as if it stood together", () => {
  const of = pair(["甲。", "A. "], ["乙。", "B. "], ["丙。", "C."]);
  const crossed = { ...of, rows: ReviewPairs.exchange(of, 0, 1, 1).rows };
  assert.deepEqual(shown(crossed), ["甲。/B. ", "乙。/A. ", "丙。/C."]);
  assert.equal(ReviewPairs.merge(crossed, 1).why, "why.crossing");
  assert.equal(ReviewPairs.move(crossed, 1, 1, 4).why, "why.crossing");
  assert.deepEqual(shown(of, ReviewPairs.merge(crossed, 0).rows), ["甲。乙。/A. B. ", "丙。/C."]);
  assert.deepEqual(shown(of, ReviewPairs.exchange(of, 0, 1, 0).rows), ["甲。/B. ", "乙。/A. ", "丙。/C."]);
});

test("an exchange with an empty side links, and an empty row goes", () => {
  const of = pair(["甲。", ""], ["乙。", "B. "], ["", "A"]);
  assert.deepEqual(shown(of, ReviewPairs.exchange(of, 0, 2, 1).rows), ["甲。/A", "乙。/B. "]);
});

test("a fixed pair takes marks only", () => {
  const of = ReviewPairs.opened(sent("p1", [["甲。", "A. "], ["乙。", "B"]], { fixed: true }));
  for (const found of [ReviewPairs.merge(of, 0), ReviewPairs.split(of, 0, 0, 1), ReviewPairs.move(of, 0, 0, 1), ReviewPairs.unlink(of, 0), ReviewPairs.exchange(of, 0, 1, 0)]) assert.equal(found.why, "why.fixed");
  assert.equal(ReviewPairs.mark(of, 0, "checked").rows[0].status, "checked");
});

test("characters outside the first plane, and marks that combine, are one step each", () => {
  const of = pair(["𠀀e\u0301好", "A"]);
  assert.deepEqual([0, 1, 3].map((at) => ReviewPairs.step(of, of.rows[0], 0, at, 1)), [1, 3, 3]);
  assert.equal(ReviewPairs.step(of, of.rows[0], 0, 3, -1), 1);
  assert.deepEqual(shown(of, ReviewPairs.split(of, 0, 0, 1).rows), ["𠀀/A", "e\u0301好/"]);
});

test("whatever is done, in whatever order, every character stays, once", () => {
  let seed = 7;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 200; round++) {
    let of = pair(["甲，|乙，|丙。", "Aa, |bb. "], ["丁，|戊。", ""], ["", "cc; |dd. "], ["己。", "ee."]);
    const before = of.sides.map(({ chars }) => chars.length);
    for (let count = 0; count < 12; count++) {
      const at = random(of.rows.length);
      const side = random(2);
      const offset = random(14);
      const found = [ReviewPairs.merge(of, at), ReviewPairs.split(of, at, side, offset), ReviewPairs.move(of, at, side, offset), ReviewPairs.unlink(of, at), ReviewPairs.exchange(of, at, random(of.rows.length), side)][random(5)];
      if (found.why) continue;
      of = { ...of, rows: found.rows };
      assert.ok(found.at < of.rows.length && of.rows.every(ReviewPairs.filled));
      before.forEach((length, each) => {
        let end = 0;
        for (const [from, to] of of.rows.map((row) => row.ranges[each]).filter(Boolean).sort((a, b) => a[0] - b[0])) {
          assert.equal(from, end);
          end = to;
        }
        assert.equal(end, length);
      });
      assert.equal(new Set(of.rows.map(({ key }) => key)).size, of.rows.length);
      assert.equal(new Set(ids(of.rows).filter(Boolean)).size, ids(of.rows).filter(Boolean).length);
    }
  }
});

// Order.

const pairs = () => [sent("p1", [["甲。", "A. ", 0.9], ["乙。", "B", 0.4]]), sent("p2", [["丙。", "", 0.7], ["丁。", "Ｃat", 1]])].map(ReviewPairs.opened);
const named = (of, keys) => keys.map((key) => ReviewOrder.all(of).find(({ row }) => row.key === key).row.id);

test("the least certain come first, or the text's own order", () => {
  const of = pairs();
  assert.deepEqual(named(of, ReviewOrder.listed(of, {}, 0.8)), ["p1-2", "p2-1", "p1-1", "p2-2"]);
  assert.deepEqual(named(of, ReviewOrder.listed(of, { order: "reading" }, 0.8)), ["p1-1", "p1-2", "p2-1", "p2-2"]);
});

test("filters and words to be found", () => {
  const of = pairs();
  const listed = (asked) => named(of, ReviewOrder.listed(of, { order: "reading", ...asked }, 0.8));
  assert.deepEqual(listed({ filter: "uncertain" }), ["p1-2", "p2-1"]);
  assert.deepEqual(listed({ filter: "one-sided" }), ["p2-1"]);
  assert.deepEqual(listed({ filter: "checked" }), []);
  assert.deepEqual(listed({ filter: "unchecked", text: "cAT" }), ["p2-2"]);
  assert.deepEqual(listed({ text: "p1-1" }), ["p1-1"]);
});

test("the next uncertain one, round to the beginning", () => {
  const of = pairs();
  const keys = ReviewOrder.listed(of, {}, 0.8);
  const entries = new Map(ReviewOrder.all(of).map((entry) => [entry.row.key, entry]));
  assert.equal(ReviewOrder.following(keys, entries, keys[0], 0.8), keys[1]);
  assert.equal(ReviewOrder.following(keys, entries, keys[3], 0.8), keys[0]);
  assert.deepEqual(ReviewOrder.counts(of, 0.8), { all: 4, looked: 0, open: 2 });
});

test("a list stays where it is when a pair is edited", () => {
  const of = pairs();
  const keys = ReviewOrder.listed(of, {}, 0.8);
  const { rows } = ReviewPairs.unlink(of[0], 1);
  assert.deepEqual(ReviewOrder.edited(keys, of[0].rows, rows), [keys[0], rows[2].key, ...keys.slice(1)]);
  assert.deepEqual(ReviewOrder.edited(keys, of[0].rows, ReviewPairs.merge(of[0], 0).rows), keys.slice(1));
});

// Sessions.

const data = (...of) => ({ digest: "d", pairs: of });
const poem = () => sent("p1", [["甲。", "A. "], ["乙。", "B"]]);
const edited = (session, operation) => ReviewSession.edit(session, session.pairs[0].id, operation(session.pairs[0]).rows);

test("every step can be taken back and taken again", () => {
  const begun = ReviewSession.begin(data(poem()));
  const merged = edited(begun, (of) => ReviewPairs.merge(of, 0));
  const unlinked = edited(merged, (of) => ReviewPairs.unlink(of, 0));
  assert.equal(ReviewSession.undo(unlinked).pairs[0].rows, merged.pairs[0].rows);
  const back = ReviewSession.undo(ReviewSession.undo(unlinked));
  assert.deepEqual(ReviewSession.changedPairs(back), []);
  assert.equal(ReviewSession.undo(back), undefined);
  assert.deepEqual(shown(merged.pairs[0], ReviewSession.redo(back).pairs[0].rows), ["甲。乙。/A. B"]);
});

test("only what changed is sent, as ranges", () => {
  const session = edited(ReviewSession.begin(data(poem(), sent("p2", [["丙", "C"]]))), (of) => ReviewPairs.mark(of, 1, "checked"));
  assert.deepEqual(ReviewSession.payload(session), {
    digest: "d",
    pairs: [{ id: "p1", rows: [{ id: "p1-1", status: "auto", ranges: [[0, 2], [0, 3]] }, { id: "p1-2", status: "checked", ranges: [[2, 4], [3, 4]] }] }],
  });
});

test("what was saved is not sent again, what was changed meanwhile is", () => {
  const before = edited(ReviewSession.begin(data(poem())), (of) => ReviewPairs.merge(of, 0));
  assert.deepEqual(ReviewSession.changedPairs(ReviewSession.saved(before, before.pairs)), []);
  const after = edited(before, (of) => ReviewPairs.unlink(of, 0));
  assert.equal(ReviewSession.changedPairs(ReviewSession.saved(after, before.pairs)).length, 1);
});

test("edits are kept over new data where their text stands, under whatever id", () => {
  const session = edited(ReviewSession.begin(data(poem())), (of) => ReviewPairs.merge(of, 0));
  const moved = ReviewSession.renewed(session, data(sent("p1", [["新。", "New."]]), { ...poem(), id: "p2", rows: poem().rows.map(([, ...row], at) => [`p2-${at + 1}`, ...row]) }));
  assert.equal(moved.lost, 0);
  assert.deepEqual(shown(moved.pairs[1]), ["甲。乙。/A. B"]);
  assert.deepEqual(ids(moved.pairs[1].rows), ["p2-1"]);
  const gone = ReviewSession.renewed(session, data(sent("p1", [["甲。", "A. "], ["改。", "B"]])));
  assert.deepEqual([gone.lost, ReviewSession.changedPairs(gone).length], [1, 0]);
  assert.equal(ReviewSession.undo(gone), undefined);
});

test("new rows take the ids that they were given", () => {
  const split = edited(ReviewSession.begin(data(sent("p1", [["甲。|乙。", "A. |B"]]))), (of) => ReviewPairs.split(of, 0, 0, 2));
  const given = sent("p1", [["甲。", "A. "], ["乙。", "B"]]);
  const session = edited(ReviewSession.saved(split, split.pairs), (of) => ReviewPairs.mark(of, 0, "checked"));
  assert.deepEqual(ids(ReviewSession.renewed(session, data(given)).pairs[0].rows), ["p1-1", "p1-2"]);
});

const loose = { loose: true };
const alone = () => ({
  digest: "d",
  pairs: [sent("p1", [["甲。", "A."]]), sent("p2", [["乙。", ""], ["丙。", ""]], loose), sent("p3", [["丁。", ""]], loose), sent("p4", [["", "B."]], loose), sent("p5", [["戊。", "E."]])],
});
const all = ({ pairs }) => pairs.map((of) => shown(of));

test("a paragraph of one language is joined to the nearest one of the other, and all of both is one row", () => {
  const session = ReviewSession.begin(alone());
  const last = ReviewSession.join(session, "p3", 1);
  assert.deepEqual(all(last), [["甲。/A."], ["乙。/", "丙。/"], ["丁。/B."], [], ["戊。/E."]]);
  assert.deepEqual(all(ReviewSession.join(session, "p2", 1)), [["甲。/A."], ["乙。丙。/B."], ["丁。/"], [], ["戊。/E."]]);
  assert.deepEqual(all(ReviewSession.join(session, "p4", -1)), [["甲。/A."], ["乙。/", "丙。/"], [], ["丁。/B."], ["戊。/E."]]);
  for (const [id, by] of [["p1", 1], ["p2", -1], ["p3", -1], ["p4", 1], ["p5", -1]]) assert.equal(ReviewSession.join(session, id, by), null);
  assert.equal(ReviewSession.join(last, "p2", 1), null); // p4 is joined already, and nothing crosses what was joined
});

test("a joined paragraph is sent once, under the ids of both, and can be cut and taken apart again", () => {
  const session = ReviewSession.begin(alone());
  const joined = ReviewSession.join(session, "p3", 1);
  assert.deepEqual(ReviewSession.payload(joined).pairs, [{ id: "p3", with: "p4", rows: [{ id: "p3-1", status: "locked", ranges: [[0, 2], [0, 2]] }] }]);
  assert.deepEqual(all(ReviewSession.undo(joined)), all(session));
  assert.deepEqual(ReviewSession.payload(ReviewSession.undo(joined)).pairs, []);
  assert.deepEqual(all(ReviewSession.redo(ReviewSession.undo(joined))), all(joined));
  const saved = ReviewSession.saved(joined, ReviewSession.changedPairs(joined));
  assert.deepEqual(ReviewSession.changedPairs(saved), []);
  assert.deepEqual(ReviewSession.payload(ReviewSession.undo(saved)).pairs.map(({ id }) => id), ["p3", "p4"]);
});

test("a joined paragraph outlives a build that does not have it yet, and one that has it", () => {
  const joined = ReviewSession.join(ReviewSession.begin(alone()), "p3", 1);
  const again = ReviewSession.renewed(joined, { ...alone(), digest: "e" });
  assert.deepEqual([all(again), again.lost], [all(joined), 0]);
  assert.deepEqual(ReviewSession.payload(again).pairs, ReviewSession.payload(joined).pairs);
  const changed = ReviewSession.renewed(joined, { digest: "e", pairs: alone().pairs.toSpliced(3, 1) });
  assert.equal(changed.lost > 0, true);

  const data = alone();
  const built = { digest: "e", pairs: data.pairs.toSpliced(2, 2, sent("p3", [["丁。", "B."]])) };
  const saved = ReviewSession.saved(joined, ReviewSession.changedPairs(joined));
  const renewed = ReviewSession.renewed(saved, built);
  assert.deepEqual([all(renewed), renewed.lost, ReviewSession.changedPairs(renewed)], [[["甲。/A."], ["乙。/", "丙。/"], ["丁。/B."], ["戊。/E."]], 0, []]);
  assert.equal(ReviewSession.undo(renewed), undefined);
  assert.equal(ReviewSession.dropped(ReviewSession.changedPairs(joined), data), 1); // was not joined after all
});
