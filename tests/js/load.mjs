// The theme's scripts for searching, as the page joins them: classic scripts in one context, without a document.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const folder = new URL("../../themes/reader/js/", import.meta.url);
const names = "text query match codes store units lists sets terms candidates find repair pinyin suggest".split(" ");
const files = ["vendor/base-stemmer.js", "vendor/english-stemmer.js", ...names.map((name) => `search-${name}.js`)];
const code = files.map((file) => readFileSync(new URL(file, folder), "utf8")).join("\n");

const globals = [...code.matchAll(/^const (\w+) = \(\(\) =>/gm)].map(([, name]) => name);
const loaded = vm.runInThisContext(`${code}\n;({ ${globals}, EnglishStemmer })`);

export const { SearchText, SearchMatch, SearchCodes, SearchStore, SearchLists, SearchTerms } = loaded;
export const { SearchFind, SearchRepair, SearchPinyin, SearchSuggest } = loaded;

/** The folding of characters that two texts tell, as SearchText.folder takes it. */
export function variants([ones, others]) {
  const table = new Map(Array.from(ones).map((one, at) => [one, Array.from(others)[at]]));
  return (character) => table.get(character);
}

const stemmer = new loaded.EnglishStemmer();
export const stem = (word) => stemmer.stemWord(word);
