/* Cues as files, in the forms that the builder reads. Pure: runs under node too. */
const SyncForms = (() => {
  "use strict";

  const two = (number) => String(number).padStart(2, "0");

  /** A time as WebVTT and SMIL write it: 00:01:02.500. */
  const clock = (time) => {
    const all = Math.round(time * 1000);
    const seconds = Math.floor(all / 1000);
    return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${String(all % 1000).padStart(3, "0")}`;
  };

  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  const oneLine = (text) => text.replace(/\s+/g, " ").trim();

  const FORMS = {
    vtt: (cues, { texts }) => `WEBVTT\n\n${cues.map(([id, start, end]) => `${id}\n${clock(start)} --> ${clock(end)}\n${escaped(oneLine(texts[id] ?? id))}\n`).join("\n")}`,
    txt: (cues) => cues.map(([id, start, end]) => `${start.toFixed(6)}\t${end.toFixed(6)}\t${id}\n`).join(""),
    json: (cues) => `{\n${cues.map(([id, start, end]) => `  ${JSON.stringify(id)}: [${start}, ${end}]`).join(",\n")}\n}\n`,
    smil: (cues, { sound }) =>
      `<smil xmlns="http://www.w3.org/ns/SMIL" version="3.0"><body><seq>\n${cues
        .map(([id, start, end]) => `<par><text src="index.html#${id}"/><audio src="${escaped(sound)}" clipBegin="${clock(start)}" clipEnd="${clock(end)}"/></par>\n`)
        .join("")}</seq></body></smil>\n`,
  };

  /** The text of a file of cues in a form: vtt, txt (labels of Audacity), json, smil. `texts` are the sentences, `sound` the
      name of the recording's file. */
  const written = (form, cues, about) => FORMS[form](cues, about);

  return { written, clock };
})();
