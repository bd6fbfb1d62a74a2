/* Which cards a document has: its words, and its sentences in either direction. Names no document. */
const FlashcardDecks = (() => {
  "use strict";

  const wordId = (word) => `${KnownStore.language(word.known.tag)} ${word.key}`;
  const sentenceId = (work, id, front) => `${work.id}#${id} ${front}`;

  /** A card for each word: { id, kind, word }. */
  const ofWords = (words) => words.map((word) => ({ id: wordId(word), kind: "word", word }));

  /** A card for each segment that has text in both languages: { id, kind, segment, front, back }. */
  function ofSentences(work, front, back) {
    const [from, to] = [front, back].map((tag) => work.languages.indexOf(tag));
    const full = Object.entries(work.lines).filter(([id, texts]) => !id.startsWith("n") && texts[from]?.trim() && texts[to]?.trim());
    return full.map(([segment]) => ({ id: sentenceId(work, segment, front), kind: "sentence", segment, front, back }));
  }

  /** The words that an address names: `#words=發展,政府`, in any of their forms. */
  function named(hash, words) {
    const list = /^#words=(.*)$/.exec(hash)?.[1];
    if (list === undefined) return null;
    let wanted;
    try {
      wanted = new Set(decodeURIComponent(list).split(","));
    } catch {
      return null;
    }
    return words.filter(({ key, text, other }) => [key, text, other].some((form) => form && wanted.has(form)));
  }

  const address = (words) => `#words=${words.map(({ text }) => encodeURIComponent(text)).join(",")}`;

  return { ofWords, ofSentences, named, address };
})();
