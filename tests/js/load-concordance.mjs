// The theme's scripts for the concordance that name no document, as the page joins them, after those for searching.
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { SearchMatch, SearchText, stem, variants } from "./load.mjs";

const folder = new URL("../../themes/reader/js/", import.meta.url);
const names = "tokens grams align rare renderings lines order table sentences search".split(" ");
const code = names.map((name) => readFileSync(new URL(`concordance-${name}.js`, folder), "utf8")).join("\n");
const globals = `{ ${names.map((name) => `Concordance${name[0].toUpperCase()}${name.slice(1)}`).join(", ")} }`;

export const Concordance = vm.runInThisContext(`${code}\n;(${globals})`);

const VARIANTS = variants(["創質發產業務場區點試驗區員個對開區實際為體環農強營勵獎樓龍門", "创质发产业务场区点试验区员个对开区实际为体环农强营励奖楼龙门"]);
export const engine = SearchMatch.create({ variants: VARIANTS, stem });
const fold = SearchText.folder(VARIANTS);
export const tokens = (text) => Concordance.ConcordanceTokens.tokens(fold(text), stem);
