/* What speaks for an expression as the rendering of a term that stands in few sentences: that its words are explained by the
   term and not by the words around it, and that it is as long as the term. Names no document. */
const ConcordanceRare = (() => {
  "use strict";

  const BONUS = 10; // log-likelihood that a wholly explained word is worth
  const FREE = 0.08; // share below which a word costs instead
  const LENGTH = 1.5; // what a word more or less than expected costs
  const CHARACTERS = 1.7; // of a script without spaces that say as much as a word
  const SAMPLE = 400; // sentences that words are aligned in

  /** A function from an expression (of ConcordanceGrams.count over the targets of `found`) to { most, least, bonus }: how much
      of its words is explained, 0 to 1, and what all of it is worth in log-likelihood. `says` tells which words count. */
  function evidence(found, others, says) {
    const spread = others.filter((_, at) => at % Math.ceil(others.length / SAMPLE) === 0);
    const explained = ConcordanceAlign.learn([...found, ...spread].map(({ source, target }) => [plain(source), plain(target)]));
    const known = new Map();
    const share = (row, key) => {
      const name = `${row} ${key}`;
      if (!known.has(name)) known.set(name, explained(plain(found[row].source), found[row].inside, key));
      return known.get(name);
    };
    return (gram) => {
      const telling = ConcordanceGrams.keys(gram.name).filter(says);
      const shares = telling.map((key) => mean(gram.rows.map((row) => share(row, key))));
      const expected = mean(gram.rows.map((row) => size(found[row])));
      const long = gram.wide ? telling.length / CHARACTERS : telling.length;
      const cost = LENGTH * Math.abs(long - expected) + FREE * (gram.length - telling.length);
      return { most: Math.max(0, ...shares), least: Math.min(1, ...shares), bonus: sum(shares.map((one) => BONUS * (one - FREE))) - cost };
    };
  }

  /** How many words long the term is, in one place of a sentence. */
  const size = ({ source, inside, hits }) => sum(inside.map((at) => (source[at].wide ? 1 / CHARACTERS : 1))) / hits;

  const plain = (tokens) => tokens.map(({ key }) => key);
  const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
  const mean = (numbers) => sum(numbers) / (numbers.length || 1);

  return { evidence };
})();
