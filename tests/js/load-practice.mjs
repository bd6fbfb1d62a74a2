// The theme's scripts for exercises that name no document, as the page joins them.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const folder = new URL("../../themes/reader/js/", import.meta.url);
const names = "random text cloze compare choose address".split(" ");
const code = names.map((name) => readFileSync(new URL(`practice-${name}.js`, folder), "utf8")).join("\n");
const globals = names.map((name) => `Practice${name[0].toUpperCase()}${name.slice(1)}`).join(", ");

export const Practice = vm.runInThisContext(`${code}\n;({ ${globals} })`);
