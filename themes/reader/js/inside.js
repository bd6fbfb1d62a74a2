/* In a file that holds a whole document: what else would be loaded stands packed in the page, see onefile/packing.py. Scripts
 * run by their text, which the policy of the page lets in by its digest. */
"use strict";

(() => {
  const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%.()*+-;,=:?@^_`{|}~";
  const pack = document.querySelector("script[data-inside]");

  const bytes = (text) => {
    const values = new Uint8Array(128);
    for (let at = 0; at < DIGITS.length; at++) values[DIGITS.charCodeAt(at)] = at;
    const missing = (5 - (text.length % 5)) % 5;
    const whole = text + "~".repeat(missing);
    const out = new DataView(new ArrayBuffer((whole.length / 5) * 4));
    for (let at = 0; at < whole.length; at += 5) {
      let number = 0;
      for (let digit = at; digit < at + 5; digit++) number = number * 85 + values[whole.charCodeAt(digit)];
      out.setUint32((at / 5) * 4, number);
    }
    return new Uint8Array(out.buffer, 0, out.byteLength - missing);
  };

  const opened = async () => {
    const stream = new Blob([bytes(pack.textContent)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const text = await new Response(stream).text();
    const texts = new Map();
    let at = text.indexOf("\n") + 1;
    for (const [path, length] of JSON.parse(text.slice(0, at))) texts.set(path, text.slice(at, (at += length)));
    return texts;
  };
  const texts = opened();

  /** Run a script that stands in this file, by its path in the site; a promise of that. */
  Reader.inside = async (path) => {
    const text = (await texts).get(decodeURIComponent(path.split("?")[0]));
    if (text === undefined) throw new Error(path);
    const script = document.createElement("script");
    script.textContent = text;
    document.head.append(script);
    script.remove();
  };

  texts.then((found) => {
    const style = document.createElement("style");
    style.textContent = found.get(pack.dataset.style);
    document.head.append(style);
    return Reader.inside(pack.dataset.start);
  });
})();
