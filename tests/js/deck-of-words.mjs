// Prints the table for Anki of all words of a built document, as the page of words makes it: node deck-of-words.mjs SITE DOCUMENT TAG BASE
import { existsSync, readFileSync } from "node:fs";
import { Learner } from "./load-vocabulary.mjs";

const [site, id, tag, base] = process.argv.slice(2);
const provided = {};
const Reader = { provide: (name, value) => (provided[name] = value) };
for (const file of [`words.${tag}`, `glosses.${tag}`, "lines"].filter((name) => existsSync(`${site}/${id}/${id}.${name}.js`)))
  new Function("Reader", readFileSync(`${site}/${id}/${id}.${file}.js`, "utf8"))(Reader);
const data = provided[`words/${id}/${tag}`];
const table = Learner.VocabularyTable.table(data, provided[`glosses/${id}/${tag}`]);
const work = { id, ...provided[`lines/${id}`], base };
process.stdout.write(Learner.VocabularyDeck.anki(table.words, { work, data, table }));
