/* The dictionary of an indexed library: from terms to lists of the units that have them. Names no document.

   A shard of it is one text, a line a term, by code points: term TAB list [TAB other forms of the word]. A list is
   gaps | "!count,first block,head,…;gaps" for one that stands in blocks, of which each begins at its head, with its first units
   | "=stem" of a form
   that is not found beside its stem; "*" before a list says that it has every unit with the character, not only those
   where a run ends. */
const SearchLists = (() => {
  "use strict";

  const { numbers, compare, lastUpTo } = SearchCodes;
  const END = "\u{10ffff}";
  const KEPT = 96; // blocks that stay decoded

  /** Over the library's `root` and `read`. Lists are { count, ids } or { count, first, heads, lead }. */
  function create({ root, read }) {
    const firsts = root.terms ? root.terms.split("\n") : [];
    const blocks = new Map();
    const leap = root.leap ?? 1; // shards from one of these terms to the next

    const placeOf = (term, borders) => lastUpTo(borders.length, (at) => compare(borders[at], term) > 0);

    /** The shard that has a term if any has; -1 before the first. */
    async function shardOf(term) {
      const place = placeOf(term, firsts);
      if (leap === 1 || place < 0) return place;
      return place * leap + placeOf(term, (await read(`borders/${place}`)).split("\n"));
    }

    /** The lines of the shards from one term to another, each line with a break at either end. */
    async function shards(first, last) {
      const [before, to] = await Promise.all([shardOf(first), shardOf(last)]);
      const from = Math.max(before, 0);
      const texts = await Promise.all(Array.from({ length: to - from + 1 }, (_, at) => read(`terms/${from + at}`)));
      return texts.map((text) => `\n${text}\n`);
    }

    /** The line of a term, { term, list, forms }; null when there is none. */
    async function line(term) {
      for (const text of await shards(term, term))
        for (const found of lines(text, `${term}\t`)) if (found.list[0] !== "=") return found;
      return null;
    }

    /** Every line whose term begins with `prefix`. */
    async function range(prefix) {
      const texts = await shards(prefix, prefix + END);
      return texts.flatMap((text) => Array.from(lines(text, prefix)));
    }

    function block(number) {
      const known = blocks.get(number) ?? read(`lists/${number}`).then(numbers);
      blocks.delete(number);
      blocks.set(number, known);
      known.catch(() => blocks.delete(number));
      if (blocks.size > KEPT) blocks.delete(blocks.keys().next().value);
      return known;
    }

    return { line, range, block };
  }

  /** The lines that begin so; they stand together. */
  function* lines(text, beginning) {
    for (let at = text.indexOf(`\n${beginning}`) + 1; at && text.startsWith(beginning, at); ) {
      const end = text.indexOf("\n", at);
      const [term, list, forms = ""] = text.slice(at, end).split("\t");
      yield { term, list, forms };
      at = end + 1;
    }
  }

  const isWhole = ({ list }) => list[0] === "*";

  /** The list that a line holds. */
  function listOf({ list }) {
    const text = list[0] === "*" ? list.slice(1) : list;
    if (text[0] !== "!") {
      const ids = numbers(text);
      return { count: ids.length, ids };
    }
    const [places, units] = text.slice(1).split(";");
    const [count, first, ...heads] = places.split(",").map(Number);
    return { count, first, heads, lead: numbers(units) };
  }

  return { create, isWhole, listOf };
})();
