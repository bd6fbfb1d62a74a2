/* Characters to write, in the grids that schoolbooks print: 田字格 with a cross, 米字格 with diagonals, too. */
"use strict";

(() => {
  const { make } = Reader;
  const SVG = "http://www.w3.org/2000/svg";
  const CROSS = "M50 0V100M0 50H100";
  const DIAGONALS = "M0 0L100 100M100 0L0 100";
  const CELLS = 10; // in a row: as many of 16 mm as both kinds of paper have room for
  const TRACED = 3; // pale ones, to write over

  Reader.sheets = { ...Reader.sheets, grids };

  /** A drawing rather than a background: browsers leave backgrounds out on paper. */
  const lines = (mi) => {
    const drawing = document.createElementNS(SVG, "svg");
    drawing.setAttribute("viewBox", "0 0 100 100");
    drawing.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", mi ? CROSS + DIAGONALS : CROSS);
    drawing.append(path);
    return drawing;
  };

  /** The characters of the words that are asked for, each once, with its syllable and the word that it stands in. */
  const characters = (words, data, readings) => {
    const found = new Map();
    for (const { text, word } of words) {
      const said = data && readings !== "off" ? PracticeText.syllables(word, data, readings) : [];
      const each = [...text];
      each.forEach((character, at) => {
        if (/\p{sc=Han}/u.test(character) && !found.has(character)) found.set(character, { syllable: said.length === each.length ? said[at] : "", text, word });
      });
    }
    return [...found];
  };

  /** See worksheet.js for what a sheet is given and gives. */
  function grids(work) {
    const { text, side, script, count, readings, grid, meanings, help } = work;
    const data = text.known(side);
    const lang = text.tag(side, script);
    const chosen = characters(Reader.wordsOf(work), data, readings).slice(0, count);
    const cell = (character, kind) => make("span", { class: `cell ${kind}` }, lines(grid === "mi"), character);

    const row = ([character, { syllable, text: said, word }]) => {
      const cells = Array.from({ length: CELLS }, (_, at) => (at === 0 ? cell(character, "model") : at <= TRACED ? cell(character, "traced") : cell("", "empty")));
      for (const traced of cells.slice(1)) traced.setAttribute("aria-hidden", "true");
      const reading = data && readings !== "off" ? Reader.reading(word, data, readings) : "";
      const means = help ? Reader.meaning(meanings, word) : "";
      return make(
        "li", {},
        make("p", { class: "caption" }, make("b", {}, syllable), make("span", { lang }, said), ...(reading ? [make("span", {}, reading)] : []), ...(means ? [make("span", { class: "means", lang: "en" }, means)] : [])),
        make("p", { class: "cells", lang }, ...cells),
      );
    };
    return { body: [make("ol", { class: "grids" }, ...chosen.map(row))], key: [], of: chosen.length };
  }
})();
