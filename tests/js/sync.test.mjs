// Run by `node --test tests/js`, and by pytest: the times of a recording as they are taken and mended.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const script = readFileSync(new URL("../../themes/reader/js/sync-marks.js", import.meta.url), "utf8");
const SyncMarks = vm.runInThisContext(`${script}\n;SyncMarks`);
const ORDER = ["a", "b", "c"];
const taken = ["a", "b", "c"].reduce((marks, id, at) => SyncMarks.begin(marks, id, at * 2 + 0.5), {});

test("a sentence ends where the next begins, the last with the recording", () => {
  assert.deepEqual(SyncMarks.cues(taken, 10), [["a", 0.5, 2.5], ["b", 2.5, 4.5], ["c", 4.5, 10]]);
  assert.deepEqual(SyncMarks.cues(taken, NaN).at(-1), ["c", 4.5, 5.5]);
  assert.deepEqual(SyncMarks.cues({}, 10), []);
});

test("silence after a sentence is no part of it", () => {
  const marks = SyncMarks.stop(taken, 4);
  assert.deepEqual(SyncMarks.cues(marks, 10)[1], ["b", 2.5, 4]);
  assert.deepEqual(taken.b, { start: 2.5, end: null }); // what was is not changed
  assert.equal(SyncMarks.stop({}, 4).b, undefined);
});

test("an edge is moved, never over the other one", () => {
  const cue = (marks, id) => SyncMarks.cues(marks, 10).find(([one]) => one === id);
  assert.deepEqual(cue(SyncMarks.nudge(taken, "b", "start", -0.1, 10), "a"), ["a", 0.5, 2.4]);
  assert.deepEqual(cue(SyncMarks.nudge(taken, "b", "end", 0.1, 10), "b"), ["b", 2.5, 4.6]);
  assert.deepEqual(cue(SyncMarks.nudge(taken, "b", "start", 9, 10), "b"), ["b", 4.45, 4.5]);
  assert.deepEqual(cue(SyncMarks.nudge(taken, "a", "start", -9, 10), "a"), ["a", 0, 2.5]);
  assert.equal(SyncMarks.nudge(taken, "z", "start", 1, 10), taken);
});

test("the next sentence is the one behind the last that was taken, else one that was passed over", () => {
  assert.equal(SyncMarks.next({}, ORDER), "a");
  assert.equal(SyncMarks.next({ a: taken.a }, ORDER), "b");
  assert.equal(SyncMarks.next({ c: taken.c }, ORDER), "a");
  assert.equal(SyncMarks.next(taken, ORDER), "");
});

test("cues of the site and what was kept become marks; rubbish does not", () => {
  assert.deepEqual(SyncMarks.known({ a: [1, 2], b: { start: 2, end: null }, z: [1, 2] }, ORDER), { a: { start: 1, end: 2 }, b: { start: 2, end: null } });
  for (const rubbish of [null, 7, "x", [], { a: "x", b: [-1, 2], c: { start: "1" } }]) assert.deepEqual(SyncMarks.known(rubbish, ORDER), {});
  assert.deepEqual(SyncMarks.known({ a: [3, 1] }, ORDER), { a: { start: 3, end: null } });
});
