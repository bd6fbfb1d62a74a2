/* What speaks for an expression as the rendering of a term that stands in few sentences: that its words are explained by the
   term and not by the words around it, and that it is as long as the term. Names no document. */
const ConcordanceRare = (() => {
  "use strict";

  const BONUS = 10; // log-likelihood that a wholly explained word is worth
  const FREE = 0.08; // share below which a word costs instead
  const LENGTH = 1.5; // what a word more or less than expected costs
  const JOINED = 0.3; // and a word between that says nothing
  const CHARACTERS = 1.7; // of a script without spaces that say as much as a word
  const SAMPLE = 400; // sentences that words are aligned in

  /** A function from an expression (of ConcordanceGrams.count over the targets of `found`) to { most, least, bonus }: how well
      its words and the term explain each other, 0 to 1, and what all of it is worth in log-likelihood. `says` tells which words
      count; every character does. */
  function evidence(found, others, says) {
    const both = mutual(found, others);
    return (gram) => {
      const telling = ConcordanceGrams.keys(gram.name).filter((key) => gram.wide || says(key));
      const shares = telling.map((key) => mean(gram.rows.map((row) => both(row, key))));
      const expected = mean(gram.rows.map((row) => size(found[row])));
      const long = gram.wide ? telling.length / CHARACTERS : telling.length;
      const cost = LENGTH * Math.abs(long - expected) + JOINED * (gram.length - telling.length);
      return { most: Math.max(0, ...shares), least: Math.min(1, ...shares), bonus: sum(shares.map((one) => BONUS * (one - FREE))) - cost };
    };
  }

  /** How well a word of the target of `found[row]` and the term explain each other: a word that is seldom explained by anything
      else is one way only, so both ways are asked. */
  function mutual(found, others) {
    const spread = others.filter((_, at) => at % Math.ceil(others.length / SAMPLE) === 0);
    const rows = [...found, ...spread].map(({ source, target }) => [plain(source), plain(target)]);
    const there = ConcordanceAlign.learn(rows);
    const back = ConcordanceAlign.learn(rows.map(([source, target]) => [target, source]));
    const known = new Map();
    return (row, key) => {
      const name = `${row} ${key}`;
      if (!known.has(name)) {
        const [source, target] = rows[row];
        const places = [...target.keys()].filter((at) => target[at] === key);
        const returned = Math.max(0, ...found[row].inside.map((at) => back(target, places, source[at])));
        known.set(name, Math.sqrt(there(source, found[row].inside, key) * returned));
      }
      return known.get(name);
    };
  }

  /** How many words long the term is, in one place of a sentence. */
  const size = ({ source, inside, hits }) => sum(inside.map((at) => (source[at].wide ? 1 / CHARACTERS : 1))) / hits;

  const plain = (tokens) => tokens.map(({ key }) => key);
  const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
  const mean = (numbers) => sum(numbers) / (numbers.length || 1);

  return { evidence };
})();
