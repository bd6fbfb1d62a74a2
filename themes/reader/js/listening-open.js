/* The door to listening: offered where a recording or a voice of this computer can read the text, and loaded when it is asked
   for. Voices may come late. */
"use strict";

(() => {
  const box = document.querySelector("reader-listening");
  if (!box) return;
  const button = document.querySelector(".open-listening");
  const { script, style, audio } = box.dataset;
  const voices = () => globalThis.speechSynthesis?.getVoices?.() ?? [];

  /** Whether there is anything to be heard. */
  Reader.canListen = () => Boolean(audio) || Reader.languages.some((tag) => voices().some((voice) => ListeningVoices.fits(voice, tag)));

  const ready = async () => {
    await Promise.all([Reader.dress(style), audio && Reader.load(audio).catch(() => {})]);
    await Reader.load(script.slice(Reader.root.length));
    return Reader.listening;
  };

  /** Listen to a passage; with `on`, from its beginning to the end of the page. */
  Reader.listen = (ids, on) =>
    ready()
      .then((listening) => listening.begin(ids, on))
      .catch(() => Reader.toast(Reader.t("listen.unavailable")));

  /** The key: play and pause, or begin where the reader stands. False where there is nothing to be heard. */
  Reader.listenHere = () => {
    if (Reader.listening?.toggle()) return true;
    if (!Reader.canListen()) return false;
    const ids = Reader.passage();
    const top = Reader.atTop()?.dataset.segment;
    if (ids.length > 1) Reader.listen(ids);
    else if (ids[0] || top) Reader.listen([ids[0] ?? top], true);
    return true;
  };

  const offer = () => (button.hidden = !Reader.canListen());
  Reader.on("start", offer);
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", offer);
  button.addEventListener("click", () => Reader.listenHere());

  /* Who presses the button of a player itself is followed in the text. */
  document.addEventListener(
    "play",
    (event) => {
      const player = event.target;
      if (!audio || Reader.listening || !player.matches?.("article audio")) return;
      ready().then((listening) => listening.join(player), () => {});
    },
    true,
  );
})();
