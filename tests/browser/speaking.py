"""A computer with voices. Chromium without a head has none, so this is the one place where the tests bring their own: a
`speechSynthesis` that speaks each text for a moment and keeps what it was given in `window.spoken`."""

from collections.abc import Sequence
from json import dumps

VOICES = (
    ("Ting-Ting", "zh-CN"),
    ("Mei-Jia", "zh-TW"),
    ("Sin-ji", "zh-HK"),
    ("Daniel", "en-GB"),
    ("Samantha", "en-US"),
)

_SPEECH = """
(() => {
  const voice = ([name, lang, localService = true]) => ({ name, lang, voiceURI: name, localService, default: false });
  const voices = VOICES.map(voice);
  const target = new EventTarget();
  let known = LATE ? [] : voices;
  let queue = [];
  window.spoken = [];
  window.late = () => { known = voices; target.dispatchEvent(new Event("voiceschanged")); };
  const speech = Object.assign(target, {
    getVoices: () => known,
    get speaking() { return queue.length > 0; },
    pending: false,
    speak(utterance) {
      queue.push(utterance);
      window.spoken.push([utterance.voice.name, utterance.text, utterance.rate]);
      setTimeout(() => {
        if (!queue.includes(utterance)) return;
        queue = queue.filter((one) => one !== utterance);
        utterance.onend?.(new Event("end"));
      }, TAKES);
    },
    cancel() {
      const cancelled = queue;
      queue = [];
      const told = Object.assign(new Event("error"), { error: "canceled" });
      setTimeout(() => cancelled.forEach((utterance) => utterance.onerror?.(told)), 0);
    },
    pause() {},
    resume() {},
  });
  Object.defineProperty(window, "speechSynthesis", { value: speech, configurable: true });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})();
"""


def voices(known: Sequence[tuple[object, ...]] = VOICES, late: bool = False, takes: int = 120) -> str:
    """The script for a computer with these voices: name, language and whether it is on the computer. With `late` they
    come when the page calls `late()`. A text takes so many milliseconds."""
    script = _SPEECH.replace("VOICES", dumps(known)).replace("LATE", dumps(late))
    return script.replace("TAKES", str(takes))
