// Answers the tests that are written in Python: a request a line in, an answer a line out, both JSON.
import { createInterface } from "node:readline";
import { searching } from "./host.mjs";
import { SearchMatch, stem, variants } from "./load.mjs";

let search = null;
const libraries = new Map();
const ANSWERS = {
  variants: (texts) => {
    search = SearchMatch.create({ variants: variants(texts), stem });
    return null;
  },
  stems: (words) => words.map(stem),
  folded: (texts) => texts.map((text) => search.fold(text).text),
  search: ({ pairs, queries }) => {
    const prepared = pairs.map(search.prepare);
    return queries.map((query) => search.search(prepared, search.parse(query)));
  },
  /** The files of a library, path → script, to be searched under a name. */
  library: async ({ name, files, options }) => {
    const { limit = Infinity, ...others } = options;
    libraries.set(name, await searching(files, { limit, ...others }));
    return null;
  },
  /** For each query all windows. */
  find: ({ name, queries, filters }) => Promise.all(queries.map((query) => windows(libraries.get(name).finder.find(query, filters)))),
  suggest: ({ name, queries }) => Promise.all(queries.map((query) => libraries.get(name).suggest(query))),
};

async function windows(found) {
  const all = [];
  for await (const window of found) all.push(window);
  return all;
}

for await (const line of createInterface({ input: process.stdin })) {
  const [name, argument] = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(await ANSWERS[name](argument))}\n`);
}
