/* How text is read for searching: spellings that a reader takes for one are folded into one, and it is known where each
   folded character came from, so that a hit can be marked in the text as it stands. Names no document.

   Folded are full and half width, case, accents, Traditional and Simplified (character for character), hiragana and
   katakana, the letters that Arabic spells in two ways, digits, the kinds of quotation marks, dashes, commas and white
   space. Points, vowel marks and what only stretches a word are passed over. */
const SearchText = (() => {
  "use strict";

  // Scripts written without spaces between words, or with endings glued on: there, any part of a text can be looked for.
  const SCRIPTS = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー\p{sc=Bopo}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}`;
  const UNSPACED = new RegExp(`[${SCRIPTS}]`, "v");
  const JOINED = /[[\p{sc=Arab}\p{sc=Hebr}]&&[\p{L}\p{M}\p{N}]]/v;
  const GLUED = /[\p{sc=Arab}\p{sc=Hebr}]{2}/u;
  const ASCII = /^[ -~]*$/; // needs nothing but lower case
  const LETTER = /[\p{L}\p{N}]/u;
  const OF_WORD = /[\p{L}\p{M}\p{N}]/u;
  const WALL = "\u0000"; // stands where two segments touch letter to letter, as title and subtitle do: no hit crosses it
  // A word of the other scripts, with what English contracts: people's, don't. French l'eau is two words.
  const WORD = String.raw`[[\p{L}\p{M}\p{N}]--[${SCRIPTS}]]+(?:'(?:s|t|re|ve|ll|d|m)(?![\p{L}\p{N}]))?`;

  const SAME = new Map();
  const ALIKE = [['"', "“”„‟″「」『』﹁﹂﹃﹄«»״"], ["'", "‘’‚‛′׳"], ["-", "‐‑‒–—―−־"], [".", "。۔"], [",", "、،"], [";", "؛"], ["?", "؟"]];
  ALIKE.push(["ss", "ß"], ["ae", "æ"], ["oe", "œ"], ["o", "ø"], ["l", "ł"], ["d", "đ"], ["ا", "ٱ"], ["ي", "ىی"], ["ه", "ةہھ"], ["ك", "ک"]);
  for (const [one, others] of ALIKE) for (const other of others) SAME.set(other, one);
  for (const zero of [0x660, 0x6f0, 0x966]) for (let digit = 0; digit < 10; digit++) SAME.set(String.fromCharCode(zero + digit), String(digit));
  for (let kana = 0x3041; kana <= 0x3096; kana++) SAME.set(String.fromCharCode(kana), String.fromCharCode(kana + 0x60));

  // Accents, Hebrew points, Arabic vowel marks and hamzas that stand on a letter, and the stroke that stretches a word.
  const POINTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc]/g;

  /** A function that folds: text → { text, from, to }. Unit i of the folded text stands for original.slice(from[i], to[i]);
      both are null when nothing moved. `simplified` gives the Simplified character of a Traditional one, else undefined. */
  function folder(simplified) {
    const known = new Map();
    const folded = (character) => {
      let text = known.get(character);
      if (text === undefined) known.set(character, (text = foldCharacter(character, simplified)));
      return text;
    };

    return (original) => {
      if (ASCII.test(original)) return { text: original.toLowerCase(), from: null, to: null };
      let text = "";
      let moved = false;
      for (const character of original) {
        const piece = folded(character);
        text += piece;
        moved ||= piece.length !== character.length;
      }
      return moved ? { text, ...origins(original, folded) } : { text, from: null, to: null };
    };
  }

  function foldCharacter(character, simplified) {
    if (/\s/u.test(character)) return " ";
    if (/\p{Default_Ignorable_Code_Point}/u.test(character)) return ""; // soft hyphens, variation selectors
    if (character === "й" || character === "Й") return "й"; // a letter of its own, as ё is not
    const plain = character.normalize("NFKD").toLowerCase().replace(POINTS, "").normalize("NFC");
    return Array.from(plain, (part) => SAME.get(part) ?? simplified(part) ?? part).join("");
  }

  function origins(original, folded) {
    const from = [];
    const to = [];
    let at = 0;
    for (const character of original) {
      for (let count = folded(character).length; count > 0; count--) {
        from.push(at);
        to.push(at + character.length);
      }
      at += character.length;
    }
    return { from, to };
  }

  const isUnspaced = (character) => UNSPACED.test(character);
  const isLetter = (character) => LETTER.test(character);
  /** Whether a word's script glues articles, prepositions and endings to it: الكتاب, והספר. */
  const isGlued = (word) => GLUED.test(word);
  /** Whether a character belongs to a word that has edges. */
  const isSpaced = (character) => OF_WORD.test(character) && !UNSPACED.test(character);
  /** Whether a character is of such a script. */
  const isJoined = (character) => JOINED.test(character);

  return { folder, isUnspaced, isSpaced, isGlued, isJoined, isLetter, WORD, WALL };
})();
