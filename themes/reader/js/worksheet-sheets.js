/* Sentences on paper: gaps, matching, a sheet to fold, strips to cut. */
"use strict";

(() => {
  const { make } = Reader;
  const letter = (at) => (at < 26 ? String.fromCharCode(97 + at) : `${letter(Math.floor(at / 26) - 1)}${letter(at % 26)}`);

  Reader.sheets = { ...Reader.sheets, cloze, match, fold, strips };

  /** A sentence in the language that is asked for, with readings where they are wanted. */
  const asked = (segment, work) => Reader.annotated(work.text.pieces(segment, work.side, work.script), work);
  const speaks = ({ text, script }, side) => Reader.speaks(text.tag(side, script));
  const beside = (segment, { text, other, script }) => text.text(segment, other, script);

  /** Answers in few lines: a number and what stands there. */
  const answers = (rows, attributes = {}) => make("ol", { class: "answers", ...attributes }, ...rows.map((row) => make("li", {}, row)));

  /** See worksheet.js for what a sheet is given and gives. */
  function cloze(work) {
    const { text, segments, side, other, script, count, list, level, help, random } = work;
    const rows = segments.filter(({ texts }) => texts[side]).map((segment) => ({ segment, pieces: text.pieces(segment, side, script) }));
    const sentences = PracticeCloze.gaps(rows, { count, list, level }, random);
    const known = rows.reduce((all, { pieces }) => pieces.reduce((map, piece) => (piece.word ? map.set(piece.text, piece) : map), all), new Map());
    const gap = ({ gap: at, answer }) => {
      const wide = Math.max(3, [...answer].length + 1);
      const space = make("span", { class: "space" }, make("small", {}, String(at + 1)));
      space.style.inlineSize = `${wide + 0.5}em`;
      return space;
    };
    const line = ({ segment, parts }) => {
      const said = parts.flatMap((part) => (typeof part === "string" ? whole(part, segment) : [gap(part)]));
      return make("li", {}, make("p", { class: "sentence", ...speaks(work, side) }, ...said), make("p", { class: "translation", ...speaks(work, other) }, beside(segment, work)));
    };
    /** The text around the gaps, with its readings again. */
    const whole = (part, segment) => {
      if (work.readings === "off") return [part];
      const found = [];
      let rest = part;
      for (const piece of text.pieces(segment, side, script)) {
        const at = rest.indexOf(piece.text);
        if (at !== 0) continue;
        found.push(...Reader.annotated([known.get(piece.text) ?? piece], work));
        rest = rest.slice(piece.text.length);
      }
      return [...found, rest];
    };
    const bank = PracticeCloze.bank(sentences, random).map((word) => make("span", { ...speaks(work, side) }, word));
    const given = help && bank.length ? [make("p", { class: "given" }, ...bank.flatMap((word) => [word, " "]))] : [];
    return { body: [...given, make("ol", { class: "lines" }, ...sentences.map(line))], key: [answers(PracticeCloze.answers(sentences), speaks(work, side))], of: bank.length };
  }

  function match(work) {
    const { rows, partners } = PracticeChoose.match(work.segments, [work.side, work.other], work.count, work.random);
    const row = (segment, at) =>
      make(
        "tr", {},
        make("td", { class: "label" }, String(at + 1)),
        make("td", speaks(work, work.side), ...asked(segment, work)),
        make("td", { class: "blank" }),
        make("td", { class: "label" }, letter(at)),
        make("td", speaks(work, work.other), beside(rows[partners[at]], work)),
      );
    const table = make("table", { class: "matching" }, make("tbody", {}, ...rows.map(row)));
    return { body: [table], key: [answers(rows.map((_, at) => letter(partners.indexOf(at))))], of: rows.length };
  }

  function fold(work) {
    const rows = work.segments.map((segment) =>
      make("tr", {}, make("td", speaks(work, work.side), ...asked(segment, work)), make("td", speaks(work, work.other), beside(segment, work))),
    );
    return { body: [make("table", { class: "fold" }, make("tbody", {}, ...rows))], key: [], of: rows.length };
  }

  /** Strips stay in one paragraph after the other; each has a letter, and the key gives the letters in order. */
  function strips(work) {
    const { segments, side, other, count, help, random } = work;
    const from = Math.floor(random() * Math.max(1, segments.length - count + 1));
    const chosen = segments.filter(({ texts }) => texts[side]).slice(from, from + count);
    const mixed = PracticeRandom.disordered(chosen, random);
    const strip = (segment, at) => make("li", {}, make("b", {}, letter(at)), make("span", speaks(work, side), ...asked(segment, work)));
    const body = [make("ol", { class: "strips" }, ...mixed.map(strip))];
    const key = [make("p", { class: "sequence" }, chosen.map((segment) => letter(mixed.indexOf(segment))).join(" – "))];
    if (help) {
      const translations = PracticeRandom.disordered(chosen, random);
      body.push(make("ol", { class: "strips" }, ...translations.map((segment, at) => make("li", {}, make("b", {}, String(at + 1)), make("span", speaks(work, other), beside(segment, work))))));
      key.push(make("p", { class: "sequence" }, mixed.map((segment, at) => `${letter(at)} ${translations.indexOf(segment) + 1}`).join(" · ")));
    }
    return { body, key, of: chosen.length };
  }
})();
