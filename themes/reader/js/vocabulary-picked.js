/* What can be done with the words that are picked: review them, take them along as a table for Anki, as a list, in the
   clipboard, and say how well one knows them. */
const VocabularyPicked = (() => {
  "use strict";

  const { make } = Reader;
  const { say } = VocabularyForms;
  const KEY = "bilingual-reader-picked";

  const name = (page) => `${Reader.document} ${page.dataset.language}`;

  /** The keys of the words that were picked on an earlier visit. */
  function stored(page) {
    const kept = Reader.stored(KEY)?.[name(page)];
    return new Set(Array.isArray(kept) ? kept.filter((key) => typeof key === "string") : []);
  }

  function store(page, keys) {
    const all = Object(Reader.stored(KEY));
    const { [name(page)]: _, ...others } = Array.isArray(all) ? {} : all;
    Reader.store(KEY, keys.size ? { ...others, [name(page)]: [...keys] } : others);
  }

  /** The bar. It is filled once; `show` puts the count into it. */
  function fill(bar, page) {
    const button = (key, act) => {
      const made = make("button", { type: "button" }, Reader.t(key));
      made.addEventListener("click", act);
      return made;
    };
    const mark = Reader.known.STATES.map((state) => button(`learner.${state}`, () => Reader.known.set(page.pickedWords().map(({ known }) => known), state)));
    const review = make("a", { class: "button" }, Reader.t("vocabulary.review"));
    bar.replaceChildren(
      make("p", { class: "count" }),
      make("p", { class: "acts" }, review, button("vocabulary.anki", () => saveAnki(page)), button("vocabulary.save", () => saveList(page)), button("vocabulary.copy", () => copy(page)), button("vocabulary.unpick", () => page.pick(page.pickedWords(), false))),
      make("p", { class: "marks" }, make("span", {}, Reader.t("vocabulary.mark")), ...mark),
    );
  }

  function show(bar, page) {
    const words = page.pickedWords();
    bar.hidden = !words.length;
    bar.querySelector(".count").textContent = say(words.length === 1 ? "vocabulary.picked-one" : "vocabulary.picked-count", { n: words.length });
    bar.querySelector("a").href = `cards.html${FlashcardDecks.address(words)}`;
  }

  async function saveAnki(page) {
    try {
      const given = { work: await page.work(), data: page.data, table: page.table };
      StudyFiles.save(VocabularyDeck.anki(page.pickedWords(), given), `${Reader.document}.words.tsv`, "text/tab-separated-values");
    } catch {
      Reader.toast(Reader.t("search.unavailable"));
    }
  }

  const saveList = (page) => StudyFiles.save(KnownFile.list(page.pickedWords().map(({ text }) => text)), `${Reader.document}.words.txt`, "text/plain");

  /** A line a word: how it is written, read, and what it means. */
  async function copy(page) {
    const words = page.pickedWords();
    const { table } = page;
    const cells = (word) => [VocabularyForms.text(word, table), VocabularyForms.reading(word, table).textContent, VocabularyForms.meaning(word, table)];
    const done = await Reader.copy(words.map((word) => cells(word).join("\t")).join("\n"));
    Reader.toast(done ? say("vocabulary.copied", { n: words.length }) : Reader.t("menu.failed"));
  }

  return { stored, store, fill, show };
})();
