// The files of a search as a host serves them to the page: classic scripts that are run when they are asked for.
import vm from "node:vm";
import { SearchCodes, SearchFind, SearchMatch, SearchStore, SearchSuggest, stem } from "./load.mjs";

/** `files`: path → script; what is put in or taken out later counts. `asked` has the addresses in turn. */
export function host(files) {
  const served = new Map(Object.entries(files));
  const provided = new Map();
  const asked = [];
  const context = vm.createContext({ Reader: { provide: (name, value) => provided.set(name, value) } });
  const load = async (address) => {
    const path = address.split("?")[0];
    asked.push(address);
    if (!served.has(path)) throw new Error(path);
    vm.runInContext(served.get(path), context);
  };
  return { served, asked, store: SearchStore.create({ load, take: (name) => provided.get(name) }) };
}

/** What searches the files: a finder and what suggests; `options` as SearchFind takes them. */
export async function searching(files, options) {
  const library = await host(files).store.library();
  const engine = SearchMatch.create({ variants: SearchCodes.variants(library.root.fold), stem });
  const finder = SearchFind.create(library, engine, options);
  return { finder, suggest: SearchSuggest.create({ library, engine, finder }) };
}

export const script = (name, value) => `Reader.provide(${JSON.stringify(name)},${JSON.stringify(value)});\n`;

/** Files of one build, by name; its root stands in the door. */
export function built(build, { root, ...files }) {
  const own = Object.entries(files).map(([name, value]) => [`search/${build}/${name}.js`, script(`search/${build}/${name}`, value)]);
  return { "search/index.js": script("search", { build, ...root }), ...Object.fromEntries(own) };
}
