/* The address that fixes a text for a class, from what was chosen. Pure. */
const ClassLink = (() => {
  "use strict";

  /** What is shown, as the query says it: both languages, one of them, or one with the other covered. */
  const shown = (choice, languages) => {
    const [kind, side] = choice.split(":");
    const tag = languages[Number(side)];
    if (kind === "only" && tag) return [["show", tag]];
    if (kind === "cover" && tag) return [["view", "reveal"], ["first", languages.find((each) => each !== tag)]];
    return ["columns", "rows"].includes(kind) ? [["view", kind]] : [];
  };

  /** The fragment of a passage: #p7-2:p7-4, #p7, or nothing. */
  const place = (from, to) => {
    if (!from && !to) return "";
    return !to || from === to ? from || to : `${from || to}:${to}`;
  };

  /** The address, relative to the document's page. `what` is text, present, or an exercise; empty fields and `auto` are left out, for
   *  there the reader's own settings hold. */
  const write = ({ what = "text", shows = "", from = "", to = "", only = false, settings = {}, seed = "" }, languages) => {
    const passage = place(from, to);
    const set = Object.entries(settings).filter(([, value]) => value && value !== "auto");
    if (what !== "text" && what !== "present") {
      const query = new URLSearchParams([["task", what], ...(from ? [["from", from]] : []), ...(to ? [["to", to]] : []), ...set.filter(([name]) => ["script", "theme", "ui"].includes(name)), ...(seed ? [["seed", seed]] : [])]);
      return `practice.html?${query}`;
    }
    const query = new URLSearchParams([...shown(shows, languages), ...set]);
    if (what === "present") query.set("present", from || to || "");
    if (!query.get("present")) query.delete("present");
    if (only && passage) query.set("only", passage);
    const search = String(query).replaceAll("%3A", ":");
    return `index.html${search && "?"}${search}${passage && "#"}${passage}`;
  };

  return { write };
})();
