// The theme's scripts for words and cards that name no document, as the page joins them.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const folder = new URL("../../themes/reader/js/", import.meta.url);
const files = "known-store known-file vocabulary-table vocabulary-filter digest vocabulary-deck vendor/ts-fsrs flashcards-store flashcards-queue flashcards-decks";
const code = files.split(" ").map((name) => readFileSync(new URL(`${name}.js`, folder), "utf8")).join("\n");
const globals = [...code.matchAll(/^const (\w+) = \(\(\) =>/gm)].map(([, name]) => name);

export const Learner = vm.runInThisContext(`${code}\n;({ ${globals}, FSRS })`);
