/* From the terms of a query to what is looked up in the dictionary: at least what can match, the check settles the rest.
   Names no document.

   What a term asks for, as far as it goes: pairs of neighbouring characters and whole words; else words that begin so;
   else single characters; else, if nothing in the query has better, its signs. */
const SearchTerms = (() => {
  "use strict";

  const { isUnspaced, isJoined } = SearchText;
  const WORDLIKE = /[\p{L}\p{M}\p{N}]/u;
  const LONG_RUN = 4; // characters from which every second pair says nearly all
  const MOST = 5; // asks that are looked up at once
  const SHORT_WORD = 3; // letters up to which a word in a phrase says little
  const [SURE, BEGINNING, SINGLE, SIGN] = [0, 1, 2, 3];

  /** What to look up for parsed terms: { now, late, sure } of asks { kind: "term" | "prefix" | "character", text, stem?, without? }.
      All of them must be found, or must not; `late` ones need be looked up only if the others let too much through. `sure`: whatever has them matches. */
  function plan(terms, stem) {
    const wanted = terms.filter(({ without }) => !without).map((term) => best(asks(term, stem)));
    const only = Math.min(SIGN, ...wanted.map(({ rank }) => rank));
    const kept = wanted.filter(({ rank }) => rank < SIGN || only === SIGN).flatMap((term) => term.asks);
    const unlike = Array.from(new Map(kept.map((ask) => [`${ask.kind} ${ask.text}`, ask])).values());
    const first = unlike.filter((ask) => !ask.late);
    const now = spread(first);
    const spare = first.filter((ask) => !now.includes(ask));
    const late = unlike.filter((ask) => ask.late).sort((one, other) => other.text.length - one.text.length);
    return { now, sure: isSure(terms), late: [...terms.filter(({ without }) => without).flatMap(unwanted), ...spare, ...late] };
  }

  /** One character, or two side by side, and nothing else: that is what lists tell. */
  function isSure([term, ...more]) {
    const [piece, ...others] = !more.length && term?.kind === "text" ? pieces(term.folded) : [];
    return piece?.kind === "unspaced" && piece.characters.length <= 2 && !others.length;
  }

  /** At most so many asks, from all over a query: of a paragraph that was pasted, a few pairs say nearly all. */
  const spread = (asks) => (asks.length > MOST ? Array.from({ length: MOST }, (_, at) => asks[Math.floor((at * asks.length) / MOST)]) : asks);

  /** Of what is left out, only two characters side by side are told by a list alone. */
  function unwanted({ kind, folded }) {
    const [piece, ...more] = kind === "text" ? pieces(folded) : [];
    const pair = piece?.kind === "unspaced" && piece.characters.length === 2 && !more.length;
    return pair ? [{ kind: "term", text: piece.characters.join(""), without: true }] : [];
  }

  function best(found) {
    const rank = Math.min(SIGN, ...found.map((ask) => ask.rank));
    const same = found.filter((ask) => ask.rank === rank);
    const longest = same.every(({ late }) => late) && same.reduce((one, other) => (other.text.length > one.text.length ? other : one), { text: "" });
    return { rank, asks: same.map((ask) => (ask === longest ? { ...ask, late: false } : ask)) };
  }

  function asks(term, stem) {
    if (term.kind === "text") return pieces(term.folded).flatMap((piece) => ofPiece(piece, term, stem));
    const runs = pieces(term.folded).filter(({ kind }) => kind === "joined");
    if (runs.length) return runs.flatMap(ofRun); // in Arabic and Hebrew a word is found inside others
    if (term.grows) return [{ rank: SURE, kind: "prefix", text: term.folded, stem: term.stem }];
    return [{ rank: SURE, kind: "term", text: term.stem }];
  }

  const kindOf = (character) =>
    character === " " ? "space" : isUnspaced(character) ? "unspaced" : isJoined(character) ? "joined" : WORDLIKE.test(character) ? "word" : "sign";

  /** A folded text cut into { kind, characters, before, after }: of one kind each, with the kinds of what stands beside. In
      scripts without spaces, and in those that glue, white space is passed over. */
  function pieces(folded) {
    const found = [];
    let before = null;
    for (const character of folded) {
      const kind = kindOf(character);
      const last = found.at(-1);
      const solid = kind === "unspaced" || kind === "joined";
      if (last?.kind === kind && kind !== "sign" && (solid || before === kind)) last.characters.push(character);
      else if (kind !== "space") found.push({ kind, characters: [character], before, after: null });
      if (last && last.after === null && before === last.kind && kind !== last.kind) last.after = kind;
      before = kind;
    }
    return found;
  }

  function ofPiece(piece, term, stem) {
    if (piece.kind === "sign") return [{ rank: SIGN, kind: "term", text: piece.characters[0] }];
    return piece.kind === "word" ? ofWord(piece, term, stem) : ofRun(piece);
  }

  /** A word of a phrase: whole, if the phrase says where it begins and ends. */
  function ofWord({ characters, before, after }, { opens, closes }, stem) {
    const text = characters.join("");
    if (before === "joined" || after === "joined" || (before === null && !opens)) return [];
    if (after !== null || closes) return [{ rank: SURE, kind: "term", text: stem(text), late: characters.length <= SHORT_WORD }];
    return characters.length < SearchQuery.GROWS ? [] : [{ rank: BEGINNING, kind: "prefix", text, stem: stem(text) }];
  }

  function ofRun({ characters }) {
    if (characters.length === 1) return [{ rank: SINGLE, kind: "character", text: characters[0] }];
    return characters.slice(1).map((character, at) => ({
      rank: SURE,
      kind: "term",
      text: characters[at] + character,
      late: characters.length >= LONG_RUN && at % 2 === 1 && at < characters.length - 2,
    }));
  }

  /** The lists for an ask, from the dictionary (SearchLists); null when nothing can be found. */
  async function lists(ask, dictionary) {
    const found = await { term: whole, prefix: beginning, character: single }[ask.kind](ask, dictionary);
    return found.length ? found.map(SearchLists.listOf) : null;
  }

  async function whole({ text }, { line }) {
    const found = await line(text);
    return found ? [found] : [];
  }

  async function single({ text }, { line, range }) {
    const own = await line(text);
    return own && SearchLists.isWhole(own) ? [own] : range(text);
  }

  /** Words that begin so, or are of the same stem. A form stands in its own line, or beside a stem that is at most three
      letters shorter. */
  async function beginning({ text, stem }, { line, range }) {
    const letters = Array.from(text);
    const shorter = [1, 2, 3].map((less) => letters.slice(0, -less).join("")).filter((one) => one.length > 1 || (one && text.includes("'")));
    const [same, lines, ...stems] = await Promise.all([line(stem), range(text), ...shorter.map(line)]);
    const referred = new Set(lines.filter(({ list }) => list[0] === "=").map(({ list }) => list.slice(1)));
    const found = new Map();
    const add = (one) => one && found.set(one.term, one);
    lines.filter(({ list }) => list[0] !== "=").forEach(add);
    stems.filter((one) => one?.forms.split(" ").some((form) => form.startsWith(text))).forEach(add);
    (await Promise.all(Array.from(referred).filter((one) => !found.has(one)).map(line))).forEach(add);
    add(same);
    return Array.from(found.values());
  }

  return { plan, lists };
})();
