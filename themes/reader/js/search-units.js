/* The units of the library, pairs and notes, by number: read shard by shard and made ready to be searched. Names no
   document. */
const SearchUnits = (() => {
  "use strict";

  const KEPT = 96; // shards that stay ready; their files stay loaded anyway

  /** Over the library's `root` and `read`; `prepare` from SearchMatch. */
  function create({ root, read }, prepare) {
    const { shardOf, startOf, count } = arranged(root);
    const ready = new Map(); // number of a shard → a promise of it

    function shard(number) {
      const known = ready.get(number) ?? read(`texts/${number}`).then((data) => opened(data, startOf(number)));
      ready.delete(number); // and to the end: the one that was not asked for longest goes first
      ready.set(number, known);
      known.catch(() => ready.delete(number));
      if (ready.size > KEPT && !root.scan) ready.delete(ready.keys().next().value);
      return known;
    }

    function opened({ works, from, units }, start) {
      const prepared = [];
      return (unit) => {
        const [, work, page, note] = from[SearchCodes.lastUpTo(from.length, (at) => from[at][0] > unit)];
        const at = unit - start;
        prepared[at] ??= prepare(units[at]);
        return { unit, work: works[work], page, note: Boolean(note), pair: prepared[at] };
      };
    }

    const spanOf = (number) => [startOf(number), Math.min(startOf(number + 1), root.units)];
    const whole = (number, unit) => Array.from({ length: spanOf(number)[1] - startOf(number) }, (_, at) => unit(startOf(number) + at));

    /** A promise of the units of a document, [from, to); null when the library does not have it. */
    async function spanOfWork(id) {
      if (!id) return null;
      const spans = root.spans ?? (await read(`homes/${numberOf(id) % root.homes}`));
      return Object.hasOwn(spans, id) ? spans[id] : null;
    }

    return {
      shardOf,
      spanOfWork,
      /** Where a shard begins and ends. */
      spanOf,
      /** A promise of a function that gives the shard's units by number: { unit, work, page, note, pair }. */
      shard,
      /** For each shard a promise of all its units. */
      all: () => Array.from({ length: count }, async (_, number) => whole(number, await shard(number))),
      /** A promise of the units of all shards that are ready. */
      async atHand() {
        const known = [...ready].map(([number, promise]) => promise.then((unit) => whole(number, unit), () => []));
        return (await Promise.all(known)).flat();
      },
    };
  }

  /** Where shards begin. The root has how many units one has, and how many in a row have so many, again and again. */
  function arranged({ shards, units }) {
    const runs = []; // from one unit and shard on, shards have so many units each
    let [unit, shard] = [0, 0];
    const numbers = SearchCodes.plain(shards);
    for (let at = 0; at < numbers.length; at += 2) {
      const [each, many] = numbers.slice(at, at + 2);
      runs.push({ unit, shard, each });
      unit += each * many;
      shard += many;
    }
    const runOf = (key, value) => runs[SearchCodes.lastUpTo(runs.length, (at) => runs[at][key] > value)];
    const shardOf = (number) => {
      const run = runOf("unit", number);
      return run.shard + Math.floor((number - run.unit) / run.each);
    };
    const startOf = (number) => {
      const run = runOf("shard", number);
      return run ? run.unit + (number - run.shard) * run.each : 0;
    };
    return { shardOf, startOf, count: units ? shardOf(units - 1) + 1 : 0 };
  }

  /** A number from an id, FNV-1a over its code points, by which the files of documents are told apart. */
  const numberOf = (id) => Array.from(id).reduce((number, character) => Math.imul(number ^ character.codePointAt(0), 0x01000193), 0x811c9dc5) >>> 0;

  return { create };
})();
