// Lines of a document in the other script, as the page turns them: `node turning.mjs words.js < lines.json` prints them.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const code = readFileSync(new URL("../../themes/reader/js/learning-text.js", import.meta.url), "utf8");
const context = vm.createContext({ Reader: { provide: (_, data) => (context.data = data) } });
vm.runInContext(readFileSync(process.argv[2], "utf8"), context);
const LearningText = vm.runInContext(`${code}\n;LearningText`, context);
const view = LearningText.view(context.data);

const told = Object.entries(JSON.parse(readFileSync(0, "utf8"))).map(([id, text]) => {
  const words = view.runs(id).filter(({ word }) => word);
  const cut = words.map(({ start, end, word }) => [text.slice(start, end), word.text]);
  const silent = words.filter(({ word }) => !word.readings.pinyin.length || !word.readings.zhuyin.length);
  return { text, turned: LearningText.turned(text, 0, view.edits(id)), cut, silent: silent.map(({ word }) => word.text) };
});
console.log(JSON.stringify(told));
