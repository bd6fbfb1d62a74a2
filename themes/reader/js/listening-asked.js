/* What is wanted of listening, from what was chosen and what there is: in which order, by which voice or recording. */
const ListeningAsked = (() => {
  "use strict";

  let choices = ListeningChoices.valid(Reader.stored(ListeningChoices.KEY));

  /** Change a choice, now and for later visits. */
  function set(name, value) {
    choices = ListeningChoices.valid({ ...choices, [name]: value });
    Reader.store(ListeningChoices.KEY, choices);
  }

  const voiceFor = (tag) => ListeningRanks.choose(ListeningSpeech.voices(), tag, choices.voices[ListeningVoices.spoken(tag)]);
  const recorded = (tag) => ListeningSounds.all().some((row) => row.language === tag && Object.keys(row.cues).length);
  const able = (tag) => recorded(tag) || Boolean(voiceFor(tag));

  /** The orders that can be heard here. */
  const orders = () => {
    const { lead, follow } = Reader.settings.effective();
    return ListeningChoices.orders(Reader.languages[lead], Reader.languages[follow]).filter((order) => order.split(",").every(able));
  };

  /** The order in effect: the one that was chosen, else the language that leads, else any that can be heard. */
  const order = () => {
    const found = orders();
    return found.includes(choices.order) ? choices.order : found[0] ?? "";
  };

  /** What the page may choose a voice for. */
  const voices = () =>
    [...new Set(orders().flatMap((each) => each.split(",")))].map((tag) => {
      const chosen = voiceFor(tag);
      return { tag, recorded: recorded(tag), found: ListeningRanks.ranked(ListeningSpeech.voices(), tag), chosen, doubtful: chosen && ListeningRanks.doubtful(chosen) };
    });

  return { choices: () => choices, set, voiceFor, orders, order, voices };
})();
