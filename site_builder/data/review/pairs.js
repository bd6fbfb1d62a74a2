/* What a person can do to the segments of a pair. Nothing here knows of a page, and nothing is changed in place.
 *
 * A pair is { id, fixed, loose, sides: [{ chars, cuts }], rows }: the characters (code points) of each language, the places
 * where a sentence or clause ends, and the rows. A loose pair is one of some languages that may be joined to one of others. A row is { key, id, status, confidence, ranges }; a range is [start, end] or null.
 * Every operation gives { rows, at }, the new rows and where to stand then, or { why }, the word for why it cannot be. */
"use strict";

const ReviewPairs = (() => {
  let made = 0;
  const key = () => `k${++made}`;
  const no = (why) => ({ why });

  /** A pair as the server sends it. */
  const opened = ({ id, fixed, loose = false, texts, cuts, rows }) => ({
    id,
    fixed,
    loose,
    sides: texts.map((text, side) => ({ chars: [...text], cuts: cuts[side] })),
    rows: rows.map(([name, status, confidence, ranges]) => ({ key: key(), id: name, status, confidence, ranges })),
  });

  const text = (pair, row, side) => (row.ranges[side] ? pair.sides[side].chars.slice(...row.ranges[side]).join("") : "");
  const blank = (pair, side, start, end) => !pair.sides[side].chars.slice(start, end).some((char) => char.trim());
  const filled = (row) => row.ranges.filter(Boolean).length;

  /** The row as a person made it. */
  const mine = (row, ranges) => ({ ...row, status: "locked", confidence: 1, ranges });
  const fresh = (ranges) => mine({ key: key(), id: "" }, ranges);

  /** The rows with some of them replaced; those without any text go. */
  const put = (pair, at, count, ...rows) => pair.rows.toSpliced(at, count, ...rows.filter(filled));

  /** One range of two that meet, in either order. */
  const union = (one, two) => {
    if (!one || !two) return one || two;
    if (one[1] === two[0]) return [one[0], two[1]];
    return two[1] === one[0] ? [two[0], one[1]] : undefined;
  };

  /** A row and the one after it become one. */
  const merge = (pair, at) => {
    const [one, two] = [pair.rows[at], pair.rows[at + 1]];
    if (pair.fixed) return no("why.fixed");
    if (!one || !two) return no("why.end");
    const ranges = one.ranges.map((range, side) => union(range, two.ranges[side]));
    if (ranges.includes(undefined)) return no("why.crossing");
    return { rows: put(pair, at, 2, mine({ ...one, id: one.id || two.id }, ranges)), at };
  };

  /** Where a row can be cut: ends of sentences and clauses inside it. */
  const places = (pair, row, side) => {
    const range = row.ranges[side];
    return range ? pair.sides[side].cuts.filter((cut) => range[0] < cut && cut < range[1]) : [];
  };

  /** The place whose share of the text is nearest to `share`. */
  const nearest = (pair, row, side, share) => {
    const [start, end] = row.ranges[side] || [0, 0];
    const wanted = start + share * (end - start);
    return places(pair, row, side).reduce((best, cut) => (best === null || Math.abs(cut - wanted) < Math.abs(best - wanted) ? cut : best), null);
  };

  /** A row is cut in two at `offset` of one side; the other sides are cut where a sentence or clause ends at about the same
   *  share of them, and stay with the first part where there is no such place. */
  const split = (pair, at, side, offset) => {
    const row = pair.rows[at];
    const own = row?.ranges[side];
    if (pair.fixed) return no("why.fixed");
    if (!own || !(own[0] < offset && offset < own[1])) return no("why.place");
    if (blank(pair, side, own[0], offset) || blank(pair, side, offset, own[1])) return no("why.place");
    const share = (offset - own[0]) / (own[1] - own[0]);
    const ends = row.ranges.map((range, other) => (other === side ? offset : (nearest(pair, row, other, share) ?? range?.[1])));
    const first = row.ranges.map((range, other) => range && [range[0], ends[other]]);
    const second = row.ranges.map((range, other) => (range && ends[other] < range[1] ? [ends[other], range[1]] : null));
    return { rows: put(pair, at, 1, mine(row, first), fresh(second)), at };
  };

  /** The boundary on one side between a row and the next one comes to stand at `offset`. */
  const move = (pair, at, side, offset) => {
    const [one, two] = [pair.rows[at], pair.rows[at + 1]];
    if (pair.fixed) return no("why.fixed");
    if (!one || !two) return no("why.end");
    const [left, right] = [one.ranges[side], two.ranges[side]];
    if (left && right && left[1] !== right[0]) return no("why.crossing");
    const [start, now, end] = [left?.[0] ?? right?.[0], left?.[1] ?? right?.[0], right?.[1] ?? left?.[1]];
    if (start === undefined || offset < start || offset > end || offset === now) return no("why.place");
    const edge = blank(pair, side, start, offset) ? start : blank(pair, side, offset, end) ? end : offset;
    if (edge === now) return no("why.place");
    const other = (row, range) => mine(row, row.ranges.with(side, range[0] < range[1] ? range : null));
    const [first, second] = [other(one, [start, edge]), other(two, [edge, end])];
    return { rows: put(pair, at, 2, first, second), at };
  };

  /** The next place for that boundary: `by` is 1 towards the end of the text, -1 towards its beginning. */
  const next = (pair, at, side, by) => {
    const [one, two] = [pair.rows[at], pair.rows[at + 1]];
    const [left, right] = [one?.ranges[side], two?.ranges[side]];
    if (by > 0) return right ? (places(pair, two, side)[0] ?? right[1]) : null;
    return left ? (places(pair, one, side).at(-1) ?? left[0]) : null;
  };

  /** The place of one character, as people count them, before (-1) or after (1) `offset` in a row. */
  const step = (pair, row, side, offset, by) => {
    const [start] = row.ranges[side];
    let at = start;
    const ends = [...new Intl.Segmenter().segment(text(pair, row, side))].map(({ segment }) => (at += [...segment].length));
    const inside = ends.slice(0, -1);
    return (by > 0 ? inside.find((end) => end > offset) : inside.findLast((end) => end < offset)) ?? offset;
  };

  /** A row whose sides do not belong together: a row a language. */
  const unlink = (pair, at) => {
    const row = pair.rows[at];
    if (pair.fixed) return no("why.fixed");
    if (filled(row) < 2) return no("why.alone");
    const first = row.ranges.findIndex(Boolean);
    const alone = (side) => row.ranges.map((range, other) => (other === side ? range : null));
    const others = row.ranges.flatMap((range, side) => (range && side !== first ? [fresh(alone(side))] : []));
    return { rows: put(pair, at, 1, mine(row, alone(first)), ...others), at };
  };

  /** Two rows exchange what they have on one side, so that links may cross. Rows keep to the order of the first language. */
  const exchange = (pair, one, two, side) => {
    if (pair.fixed) return no("why.fixed");
    if (one === two || !pair.rows[one] || !pair.rows[two]) return no("why.end");
    const [a, b] = [pair.rows[one].ranges[side], pair.rows[two].ranges[side]];
    if (!a && !b) return no("why.alone");
    const ranges = pair.rows.map((row, at) => (at === one ? row.ranges.with(side, b) : at === two ? row.ranges.with(side, a) : row.ranges));
    const turned = side === 0 && a && b ? new Map([[one, two], [two, one]]) : new Map();
    const all = pair.rows.map((_, at) => turned.get(at) ?? at).map((at) => (at === one || at === two ? mine(pair.rows[at], ranges[at]) : pair.rows[at]));
    const rows = all.filter((row) => filled(row) || !pair.rows.find(({ key }) => key === row.key).ranges.some(Boolean));
    const stood = pair.rows[two].key;
    return { rows, at: Math.max(0, rows.findIndex((row) => row.key === stood)) };
  };

  const languages = ({ sides }) => sides.flatMap(({ chars }, side) => (chars.length ? [side] : []));

  /** The place of the nearest pair after (1) or before (-1) one that it can be joined to; -1 for none. Between the two
   *  stand only pairs of the languages that it has itself, so that no text gets out of its order; and one of the two has the
   *  first language, with which all others are aligned. */
  const partner = (pairs, at, by) => {
    const own = languages(pairs[at]);
    for (let other = at + by; pairs[at].loose && pairs[other]?.loose; other += by) {
      const theirs = languages(pairs[other]);
      if (pairs[other].rows.length === 0) continue; // joined already
      if (!theirs.some((side) => own.includes(side))) return own.includes(0) || theirs.includes(0) ? other : -1;
      if (String(theirs) !== String(own)) return -1;
    }
    return -1;
  };

  /** Two such pairs as one, with one row that holds all of both; and the other one, which is empty then. */
  const join = (one, other) => {
    const sides = one.sides.map((side, at) => (side.chars.length ? side : other.sides[at]));
    const ranges = sides.map(({ chars }) => (chars.length ? [0, chars.length] : null));
    const id = [...one.rows, ...other.rows].find((row) => row.id)?.id ?? "";
    return [{ ...one, loose: false, parts: [one, other], sides, rows: [mine({ ...one.rows[0], id }, ranges)] }, { ...other, rows: [] }];
  };

  /** A person has looked at a row (`checked`), wants it so (`locked`), or neither (`auto`). */
  const mark = (pair, at, status) => ({ rows: pair.rows.with(at, { ...pair.rows[at], status }), at });

  const same = (one, two) => one === two || (one.length === two.length && one.every((row, at) => sameRow(row, two[at])));
  const sameRow = (one, two) => one === two || (one.id === two.id && one.status === two.status && JSON.stringify(one.ranges) === JSON.stringify(two.ranges));

  return { opened, text, places, nearest, next, step, merge, split, move, unlink, exchange, partner, join, mark, same, filled };
})();
