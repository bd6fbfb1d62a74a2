/* What is searched, in the address of a page: ?q=… the query, in=… the document (and /… one of its sections), side=… the
   language in which it is found, notes=1 only notes. */
const SearchAddress = (() => {
  "use strict";

  const NAMES = ["q", "in", "side", "notes"];

  /** What the query of an address asks for: { q, document, section, side, notes }, all texts; section is a number. */
  function read(search) {
    const asked = new URLSearchParams(search);
    const value = (name) => asked.get(name) ?? "";
    const [document, section = ""] = value("in").split("/");
    return { q: value("q"), document, section: /^\d+$/.test(section) ? section : "", side: value("side"), notes: value("notes") === "1" ? "1" : "" };
  }

  /** The query of an address: `search` with this in it, and nothing else changed. */
  function write(search, { q = "", document = "", section = "", side = "", notes = "" } = {}) {
    const asked = new URLSearchParams(search);
    const values = { q, in: q && document && section ? `${document}/${section}` : q && document, side: q && side, notes: q && notes };
    for (const name of NAMES)
      if (values[name]) asked.set(name, values[name]);
      else asked.delete(name);
    return asked.size ? `?${String(asked).replaceAll("%2F", "/")}` : "";
  }

  /** The same question to the page of the concordance. */
  function concordance(search, { q, document, side }) {
    const asked = new URLSearchParams(search);
    for (const [name, value] of Object.entries({ q, in: side, document })) if (value) asked.set(name, value);
    return `concordance.html?${asked}`;
  }

  /** Have the page's address end in this query and fragment, without a step to go back to. */
  function replace(address) {
    try {
      history.replaceState(null, "", address.startsWith("?") ? address : location.pathname + address);
    } catch {
      // some browsers let no address of a file change
    }
  }

  return { read, write, concordance, replace };
})();
