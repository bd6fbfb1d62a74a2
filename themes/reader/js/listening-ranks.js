/* The best voice for a text, among those that fit. Pure: runs under node too. */
const ListeningRanks = (() => {
  "use strict";

  const { fits, parts, spoken } = ListeningVoices;
  const GOOD = /premium|enhanced|natural|neural|siri/i;
  const ROBOT = /espeak|compact|eloquence/i;
  /* Voices of macOS that are jokes. */
  const JOKES = /^(albert|bad news|bahh|bells|boing|bubbles|cellos|fred|good news|jester|junior|kathy|organ|ralph|superstar|trinoids|whisper|wobble|zarvox)\b/i;
  /* Where texts in a script are mostly spoken, best first. */
  const HOMES = { hant: ["tw", "", "cn", "sg"], hans: ["cn", "", "sg", "tw"] };

  const region = (tag) => parts(tag).slice(1).find((part) => /^([a-z]{2}|\d{3})$/.test(part)) ?? "";
  const scriptOf = (tag) => parts(tag).find((part) => part === "hant" || part === "hans") ?? "";

  /** How near a voice's home is to the text's, from 0 on; smaller is nearer. */
  const distance = (voice, tag) => {
    const [there, here] = [region(voice), region(tag)];
    if (spoken(tag) === "cmn") {
      const homes = HOMES[scriptOf(tag) || (here === "tw" ? "hant" : "hans")];
      const at = homes.indexOf(there || { hant: "tw", hans: "cn" }[scriptOf(voice)] || "");
      return at < 0 ? homes.length : at;
    }
    return there === here ? 0 : here ? 2 : 1;
  };

  /** Whether a voice is likely to read Chinese characters badly. */
  const doubtful = (voice) => ["cmn", "yue"].includes(spoken(voice.lang)) && /espeak/i.test(`${voice.name} ${voice.voiceURI}`);

  const quality = (voice) => {
    const name = `${voice.name} ${voice.voiceURI}`;
    return (JOKES.test(voice.name) ? 8 : 0) + (doubtful(voice) ? 8 : 0) + (ROBOT.test(name) ? 2 : 0) + (GOOD.test(name) ? 0 : 1) + (voice.default ? 0 : 0.5);
  };

  /** The voices that may read a text, the best first. */
  const ranked = (voices, tag) =>
    voices
      .filter((voice) => fits(voice, tag))
      .map((voice, at) => [distance(voice.lang, tag) * 4 + quality(voice), at, voice])
      .sort(([a, i], [b, j]) => a - b || i - j)
      .map(([, , voice]) => voice);

  /** The voice for a text: the one that was chosen, if it is there, else the best; undefined where none fits. */
  const choose = (voices, tag, chosen) => {
    const found = ranked(voices, tag);
    return found.find((voice) => voice.voiceURI === chosen) ?? found[0];
  };

  return { ranked, choose, doubtful };
})();
