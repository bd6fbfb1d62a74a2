/* The two faces of a card. The front asks: a word in its sentence, or a sentence, with help that is blurred until somebody wants
   it. The back has everything. All of it is text, never markup. */
const FlashcardFaces = (() => {
  "use strict";

  const { make, t } = Reader;
  const Forms = VocabularyForms;

  /** Where a word is shown: its best sentence. */
  const spot = (card, { work, table }) => VocabularyDeck.best(card.word, work, work.languages.indexOf(table.language));

  /** Help that is out of focus, also for screen readers, until `peek` is pressed. */
  function help(...parts) {
    const box = make("div", { class: "help", "aria-hidden": "true" }, ...parts);
    const peek = make("button", { type: "button", class: "link peek" }, t("flashcards.peek"));
    peek.addEventListener("click", () => {
      box.classList.add("clear");
      box.removeAttribute("aria-hidden");
      peek.remove();
    });
    return make("div", { class: "peeking" }, box, peek);
  }

  function wordFront(card, given) {
    const { table } = given;
    const at = spot(card, given);
    const lang = Forms.form(card.word, table).querySelector("b");
    return [make("p", { class: "asked", lang: lang.lang }, lang.textContent), Forms.sentence(given, at), help(make("p", {}, Forms.reading(card.word, table)), ...Forms.translations(given, at[0]))];
  }

  function wordBack(card, given) {
    const { table } = given;
    const at = spot(card, given);
    const levels = table.lists.flatMap((_, list) => (card.word.levels[list] ? [Forms.level(card.word, table, list), " "] : []));
    return [
      make("p", { class: "asked" }, Forms.form(card.word, table)),
      make("p", { class: "said" }, Forms.reading(card.word, table)),
      make("p", { class: "meaning", lang: "en" }, ...Forms.meanings(card.word, table)),
      Forms.sentence(given, at),
      ...Forms.translations(given, at[0]),
      make("p", { class: "foot" }, Forms.place(at[0]), " ", ...levels),
    ];
  }

  const sentenceFront = (card, given) => [Forms.line(given, card.segment, card.front)];
  const sentenceBack = (card, given) => [Forms.line(given, card.segment, card.front), make("hr"), Forms.line(given, card.segment, card.back), make("p", { class: "foot" }, Forms.place(card.segment))];

  const front = (card, given) => (card.kind === "word" ? wordFront : sentenceFront)(card, given);
  const back = (card, given) => (card.kind === "word" ? wordBack : sentenceBack)(card, given);

  return { front, back };
})();
