/* The data of the page's document for learners, loaded when they are asked for: words, meanings, lines. The page says where
   they are. */
const StudyData = (() => {
  "use strict";

  const of = (element, kind) => element.dataset[kind];

  async function take(element, kind, name) {
    if (!of(element, kind)) return undefined;
    await Reader.load(of(element, kind));
    return Reader.take(name);
  }

  /** { data, table } of an element's language, when it is known what this reader knows; null where the document has no
      words. */
  async function words(element) {
    await Reader.load(element.dataset.known.slice(Reader.root.length));
    const name = `${Reader.document}/${element.dataset.language}`;
    const [data, glosses] = await Promise.all([take(element, "words", `words/${name}`), take(element, "glosses", `glosses/${name}`)]);
    return data ? { data, table: VocabularyTable.table(data, glosses) } : null;
  }

  /** The lines, as VocabularyDeck takes them, with the address of the site where it has one that others can reach. */
  async function work(element) {
    const found = await take(element, "lines", `lines/${Reader.document}`);
    const base = /^https?:$/.test(location.protocol) ? new URL(Reader.root || ".", location.href).href.replace(/[?#].*/, "") : "";
    return { id: Reader.document, ...found, base };
  }

  return { words, work };
})();
