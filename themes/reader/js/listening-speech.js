/* A voice of this computer, one sentence at a time. */
const ListeningSpeech = (() => {
  "use strict";

  const LOOK = 700; // milliseconds between two looks at a voice that may have fallen silent without saying so
  const synthesis = () => globalThis.speechSynthesis;
  let now = null; // what is said; kept, or Chromium may forget the utterance before it has ended

  const voices = () => synthesis()?.getVoices() ?? [];

  /** Say a text; then `done`, or `failed`. */
  function say({ text, voice, rate }, done, failed) {
    stop();
    const mine = { pieces: ListeningText.pieces(text), silent: 0 };
    now = mine;
    const next = () => {
      if (mine !== now) return;
      const piece = mine.pieces.shift();
      if (piece === undefined) {
        stop();
        return done();
      }
      const utterance = new SpeechSynthesisUtterance(piece);
      Object.assign(utterance, { voice, lang: voice.lang, rate });
      utterance.onend = () => mine.utterance === utterance && next();
      utterance.onerror = (event) => mine === now && !["canceled", "interrupted"].includes(event.error) && (stop(), failed());
      Object.assign(mine, { utterance, silent: 0 });
      synthesis().speak(utterance);
    };
    mine.timer = setInterval(() => {
      mine.silent = synthesis().speaking || synthesis().pending ? 0 : mine.silent + 1;
      if (mine.silent > 1) next();
    }, LOOK);
    next();
  }

  /** Fall silent. Pausing is no use: on phones it ends the sentence, elsewhere it may never go on. */
  function stop() {
    if (!now) return;
    clearInterval(now.timer);
    now = null;
    synthesis().cancel();
  }

  addEventListener("pagehide", stop);

  return { voices, say, stop };
})();
