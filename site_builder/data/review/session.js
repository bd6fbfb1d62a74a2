/* A review as it goes: the pairs as they were loaded, as they are now, and every step back. Nothing here knows of a page. */
"use strict";

const ReviewSession = (() => {
  const key = (pair) => JSON.stringify(pair.sides.map(({ chars }) => chars.join("")));

  /** A session over the data that the server sent. */
  const begin = (data) => {
    const pairs = data.pairs.map(ReviewPairs.opened);
    return { digest: data.digest, base: new Map(pairs.map((pair) => [pair.id, pair.rows])), pairs, done: [], undone: [] };
  };

  const changedPairs = ({ pairs, base }) => pairs.filter((pair) => !ReviewPairs.same(pair.rows, base.get(pair.id)));

  /** The session after a pair got other rows. */
  const edit = (session, id, rows) => {
    const at = session.pairs.findIndex((pair) => pair.id === id);
    const pair = session.pairs[at];
    if (ReviewPairs.same(pair.rows, rows)) return session;
    return stepped(session, [[pair, { ...pair, rows }]]);
  };

  /** The session after a pair was joined to the nearest one that it can be joined to, after (1) or before it (-1); null
   *  where there is none. */
  const join = (session, id, by) => {
    const at = session.pairs.findIndex((pair) => pair.id === id);
    const other = ReviewPairs.partner(session.pairs, at, by);
    if (other < 0) return null;
    const two = [session.pairs[at], session.pairs[other]];
    const now = ReviewPairs.join(...two);
    return stepped(session, two.map((pair, each) => [pair, now[each]]));
  };

  /** A step is pairs as they were and as they are then. */
  const stepped = (session, step) => {
    const now = new Map(step);
    return { ...session, pairs: session.pairs.map((pair) => now.get(pair) ?? pair), done: [...session.done, step], undone: [] };
  };

  /** One step back (`undo`) or forth again; steps whose text has gone meanwhile are passed over. Undefined when there is no
   *  such step. */
  const turn = (from, to, was, is) => (session) => {
    for (let count = session[from].length; count > 0; count--) {
      const step = session[from][count - 1];
      const places = step.map((each) => session.pairs.findIndex((pair) => pair.id === each[was].id && key(pair) === key(each[was])));
      if (places.includes(-1)) continue;
      const pairs = session.pairs.slice();
      places.forEach((at, each) => (pairs[at] = turned(pairs[at], step[each][is])));
      return { ...session, pairs, [from]: session[from].slice(0, count - 1), [to]: [...session[to], step] };
    }
    return undefined;
  };

  /** A pair as it was or is to be: only its rows, where it has the same texts. */
  const turned = (pair, other) => (key(pair) === key(other) ? { ...pair, rows: other.rows } : other);

  /** What is sent to be saved. */
  const payload = (session) => ({
    digest: session.digest,
    pairs: changedPairs(session)
      .filter(({ rows }) => rows.length)
      .map(({ id, parts, rows }) => ({ id, ...(parts && { with: parts[1].id }), rows: rows.map(({ id: name, status, ranges }) => ({ id: name, status, ranges })) })),
  });

  /** After saving: what was sent (`sent` are the pairs at that time) is what there is now. */
  const saved = (session, sent) => ({ ...session, base: new Map([...session.base, ...sent.map(({ id, rows }) => [id, rows])]) });

  /** The session over new data: edits that were not saved are kept where the pair's text is as it was, under whatever id;
   *  `lost` tells how many are not. Rows that did not change keep their keys. */
  const renewed = (session, data) => {
    const changed = new Set(changedPairs(session));
    const fresh = rejoined(begin(data), [...changed].filter((pair) => pair.parts));
    const byText = new Map(fresh.pairs.map((pair) => [key(pair), pair]));
    const byId = new Map(fresh.pairs.map((pair) => [pair.id, pair]));
    const found = (pair) => (byId.has(pair.id) && key(byId.get(pair.id)) === key(pair) ? byId.get(pair.id) : byText.get(key(pair)));
    const rows = new Map();
    let lost = 0;
    for (const pair of session.pairs) {
      const now = found(pair);
      if (!now || now.fixed !== pair.fixed || rows.has(now.id)) lost += changed.has(pair);
      else rows.set(now.id, changed.has(pair) ? named(pair.rows, session.base.get(pair.id), now) : keyed(now.rows, pair.rows));
    }
    const pairs = fresh.pairs.map((pair) => ({ ...pair, rows: rows.get(pair.id) ?? pair.rows }));
    return { ...fresh, pairs, done: session.done, undone: session.undone, lost };
  };

  /** A session with pairs joined that a person had joined, where the texts of both still stand by themselves. */
  const rejoined = (session, joined) => {
    const pairs = joined.reduce((now, { parts }) => {
      const places = parts.map((part) => now.findIndex((pair) => pair.loose && key(pair) === key(part)));
      if (places.includes(-1)) return now;
      const two = ReviewPairs.join(...places.map((at) => now[at]));
      return now.map((pair, at) => two[places.indexOf(at)] ?? pair);
    }, session.pairs);
    return { ...session, pairs };
  };

  /** Rows of a person's own under the ids that the pair's segments have now: an id goes where the segment went that had it
   *  when the rows were loaded (`before`); a row without one takes that of the segment with the same text. */
  const named = (rows, before, { id, rows: now }) => {
    const ids = new Map(now.map((row) => [JSON.stringify(row.ranges), row.id]));
    const went = new Map(before.map((row) => [row.id, ids.get(JSON.stringify(row.ranges))]));
    const own = (row) => went.get(row.id || null) ?? (row.id.startsWith(`${id}-`) ? row.id : ids.get(JSON.stringify(row.ranges))) ?? "";
    const taken = new Set();
    return rows.map((row) => {
      const name = taken.has(own(row)) ? "" : own(row);
      taken.add(name);
      return { ...row, id: name };
    });
  };

  /** Rows with the keys of those before them that have the same ranges, so that the list stays where it is. */
  const keyed = (rows, before) => {
    const keys = new Map(before.map((row) => [JSON.stringify(row.ranges), row.key]));
    return rows.map((row) => ({ ...row, key: keys.get(JSON.stringify(row.ranges)) ?? row.key }));
  };

  /** How many of the rows that a person settled in some pairs the new data do not have as they were saved. */
  const dropped = (saved, data) => {
    const shape = (name, row) => `${name} ${row.status} ${JSON.stringify(row.ranges)}`;
    const names = new Map(data.pairs.map(({ id, texts }) => [JSON.stringify(texts), id]));
    const there = new Set(data.pairs.flatMap(({ id, rows }) => rows.map(([, status, , ranges]) => shape(id, { status, ranges }))));
    return saved.flatMap((pair) => pair.rows.filter((row) => (pair.parts || names.has(key(pair))) && row.status !== "auto" && !there.has(shape(names.get(key(pair)), row)))).length;
  };

  return { begin, dropped, edit, join, undo: turn("done", "undone", 1, 0), redo: turn("undone", "done", 0, 1), changedPairs, payload, saved, renewed };
})();
