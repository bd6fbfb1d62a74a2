// The theme's scripts for searching, as the page joins them: classic scripts in one context, without a document.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const folder = new URL("../../themes/reader/js/", import.meta.url);
const files = ["vendor/base-stemmer.js", "vendor/english-stemmer.js", "search-text.js", "search-query.js", "search-match.js"];
const code = files.map((file) => readFileSync(new URL(file, folder), "utf8")).join("\n");

export const { SearchText, SearchMatch, EnglishStemmer } = vm.runInThisContext(`${code}\n;({ SearchText, SearchMatch, EnglishStemmer })`);

const stemmer = new EnglishStemmer();
export const stem = (word) => stemmer.stemWord(word);
