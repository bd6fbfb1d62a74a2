/* Which recording reads a sentence, and which sentence is read at a time. Rows are those of `<document>.audio.js`. Pure:
   runs under node too. */
const ListeningCues = (() => {
  "use strict";

  const NEAR = 2; // seconds of silence between two sentences that are listened to, not skipped

  /** The recording that reads a sentence in a language: one of a section before one of the whole text. */
  const rowFor = (rows, id, tag) => {
    const reading = rows.filter((row) => row.language === tag && Object.hasOwn(row.cues, id));
    return reading.find((row) => row.section) ?? reading[0];
  };

  /** The sentence that is read at a time, else the next one; "" behind the last. */
  const at = (row, time) => {
    let next = "";
    for (const [id, [start, end]] of Object.entries(row.cues)) {
      if (time >= start && time < end) return id;
      if (start > time && (!next || start < row.cues[next][0])) next = id;
    }
    return next;
  };

  /** Whether a sentence that starts at `start` may follow by itself, where the sound stands at `time`. */
  const goesOn = (time, start) => time > start - NEAR && time < start + 0.3;

  return { rowFor, at, goesOn };
})();
