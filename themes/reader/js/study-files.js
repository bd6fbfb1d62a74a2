/* Files that a reader takes along, and gives back. */
const StudyFiles = (() => {
  "use strict";

  /** Hand a text to the reader as a file. */
  function save(text, name, type) {
    const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    Reader.make("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }

  return { save };
})();
