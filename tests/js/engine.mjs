// Answers the tests that are written in Python: a request a line in, an answer a line out, both JSON.
import { createInterface } from "node:readline";
import { SearchMatch, stem } from "./load.mjs";

let search = null;
const ANSWERS = {
  variants: (variants) => {
    search = SearchMatch.create({ variants, stem });
    return null;
  },
  stems: (words) => words.map(stem),
  search: ({ pairs, queries }) => {
    const prepared = pairs.map(search.prepare);
    return queries.map((query) => search.search(prepared, search.parse(query)));
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, argument] = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(ANSWERS[name](argument))}\n`);
}
