/* Which segments are listed, in which order; which one is to be looked at next. Nothing here knows of a page. */
"use strict";

const ReviewOrder = (() => {
  const STATUS = ["auto", "checked", "locked"];

  /** Every segment as { pair, row, at }, in reading order. */
  const all = (pairs) => pairs.flatMap((pair) => pair.rows.map((row, at) => ({ pair, row, at })));

  const doubtful = ({ row }, uncertain) => row.status === "auto" && row.confidence < uncertain;
  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

  const FILTERS = {
    all: () => true,
    unchecked: ({ row }) => row.status === "auto",
    uncertain: doubtful,
    "one-sided": ({ pair, row }) => !pair.fixed && ReviewPairs.filled(row) < pair.sides.length,
    ...Object.fromEntries(STATUS.slice(1).map((status) => [status, ({ row }) => row.status === status])),
  };

  const says = ({ pair, row }, wanted) => !wanted || pair.sides.some((_, side) => folded(ReviewPairs.text(pair, row, side)).includes(wanted)) || row.id === wanted;

  /** The keys of the segments that a filter and a text leave, the least certain first or in reading order. */
  const listed = (pairs, { filter = "all", text = "", order = "confidence" }, uncertain) => {
    const wanted = folded(text);
    const found = all(pairs).filter((entry) => (FILTERS[filter] || FILTERS.all)(entry, uncertain) && says(entry, wanted));
    if (order === "confidence") found.sort((one, two) => one.row.confidence - two.row.confidence); // which keeps equals in order
    return found.map(({ row }) => row.key);
  };

  /** A list after an edit of one pair: what is gone goes, what is new stands behind the row before it. */
  const edited = (keys, before, after) => {
    const stay = new Set(after.map(({ key }) => key));
    const gone = new Set(before.map(({ key }) => key).filter((key) => !stay.has(key)));
    const here = new Set(keys);
    const kept = keys.filter((key) => !gone.has(key));
    after.forEach(({ key }, at) => {
      if (here.has(key) || before.some((row) => row.key === key)) return;
      const place = kept.indexOf(after[at - 1]?.key);
      if (place >= 0) kept.splice(place + 1, 0, key);
      else kept.push(key);
      here.add(key);
    });
    return kept;
  };

  /** The segment to be looked at after `key`: the next doubtful one of the list, round to its beginning; null for none. */
  const following = (keys, entries, key, uncertain) => {
    const start = keys.indexOf(key) + 1;
    return [...keys.slice(start), ...keys.slice(0, start)].find((each) => each !== key && entries.has(each) && doubtful(entries.get(each), uncertain)) ?? null;
  };

  /** How many segments there are, are looked at, and still ask for a look. */
  const counts = (pairs, uncertain) => {
    const entries = all(pairs);
    return {
      all: entries.length,
      looked: entries.filter(({ row }) => row.status !== "auto").length,
      open: entries.filter((entry) => doubtful(entry, uncertain)).length,
    };
  };

  return { FILTERS: Object.keys(FILTERS), all, listed, edited, following, counts, doubtful };
})();
