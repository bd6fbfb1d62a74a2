/* One result as a link: its place, the text in each language with the hits marked. All of it is text, never markup. */
const SearchItem = (() => {
  "use strict";

  /** An interface word with values in it. */
  const say = (key, values = {}) => Reader.t(key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  const speaks = (work, lang) => ({ lang, dir: work.rtl?.includes(lang) ? "rtl" : null });

  /** The fragment of a result: its segment, the run of its segments, its note. */
  const fragmentOf = ({ rows }) => (rows.length === 1 ? rows[0].id : `${rows[0].id}:${rows.at(-1).id}`);

  /** The link of a result; `asked` is what SearchAddress writes. */
  function item(result, asked) {
    const { work, page, rows } = result;
    const fragment = fragmentOf(result);
    const texts = work.languages.map((lang, side) => side < rows[0].texts.length && text(rows, side, speaks(work, lang))).filter(Boolean);
    const here = work.id === Reader.document && !!onPage(fragment);
    return Reader.make("a", { href: here ? address("", fragment, asked) : address(Reader.there(page) ?? "", fragment, asked), "data-place": fragment, "data-here": here ? "" : null }, place(rows[0].id), ...texts);
  }

  /** Where a result stands: the number of its paragraph, as in the margin, or of its note. */
  function place(id) {
    const words = id.startsWith("n") ? say("search.note", { n: id.slice(1) }) : id.slice(1).split("-")[0];
    return Reader.make("span", { class: "place" }, words, " ");
  }

  function address(page, fragment, asked) {
    return `${page}${SearchAddress.write(Reader.settings.query(), asked)}#${encodeURIComponent(fragment).replaceAll("%3A", ":")}`;
  }

  /** What a fragment of this document names on this page; the front page of a long one has other places in its contents. */
  function onPage(fragment) {
    const first = fragment.split(":")[0];
    const found = document.getElementById(first) ?? document.getElementById(first.replace(/-\d+$/, ""));
    return found?.closest("article") ? found : null;
  }

  /** The text of one language with its hits marked; nothing when it is empty. Rows without a hit give way to …. */
  function text(rows, side, attributes) {
    if (!rows.some((row) => row.texts[side])) return null;
    const element = Reader.make("span", { class: "side", ...attributes });
    for (const [at, row] of rows.entries()) {
      const needed = at === 0 || at === rows.length - 1 || row.ranges.some((ranges) => ranges.length);
      if (needed) mark(element, row.texts[side], row.ranges[side]);
      else if (!element.textContent.endsWith("… ")) element.append("… ");
    }
    return element;
  }

  function mark(element, string, ranges) {
    let at = 0;
    for (const [start, end] of ranges) {
      element.append(string.slice(at, start), Reader.make("mark", {}, string.slice(start, end)));
      at = end;
    }
    element.append(string.slice(at));
  }

  return { item, say, speaks, onPage, fragmentOf, address };
})();
