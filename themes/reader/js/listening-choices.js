/* What a listener chose: kept in this browser, and worth nothing when it is rubbish. Runs under node too. */
const ListeningChoices = (() => {
  "use strict";

  const KEY = "bilingual-reader:listening";
  const RATES = [0.5, 0.6, 0.75, 0.9, 1, 1.25, 1.5, 2];
  const TIMES = [1, 2, 3, 5, 0]; // 0 is without end
  const WAITS = [0, 1, 2, 3, 5, -1]; // seconds; -1 is as long as the sentence took, to say it after
  const FIRST = { rate: 1, times: 1, wait: 0, order: "", voices: {} };

  /** What is good of what was kept. */
  const valid = (given) => {
    const found = { ...FIRST, voices: {} };
    if (!given || typeof given !== "object") return found;
    if (RATES.includes(given.rate)) found.rate = given.rate;
    if (TIMES.includes(given.times)) found.times = given.times;
    if (WAITS.includes(given.wait)) found.wait = given.wait;
    if (typeof given.order === "string" && given.order.length < 80) found.order = given.order;
    for (const [language, voice] of Object.entries(given.voices ?? {})) if (/^[a-z]{2,3}$/.test(language) && typeof voice === "string") found.voices[language] = voice;
    return found;
  };

  /** The orders that there are: each language alone, then the two of them in either order; as tags with commas. */
  const orders = (lead, follow) => (follow && follow !== lead ? [lead, follow, `${lead},${follow}`, `${follow},${lead}`] : [lead]);

  return { KEY, RATES, TIMES, WAITS, valid, orders };
})();
