/* The lines on the page: each a link to its segment with the hit in the middle, and the translation beside it. All of it is
   text, never markup. */
const ConcordanceList = (() => {
  "use strict";

  const say = (key, values = {}) => Reader.t(key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const speaks = (work, side) => ({ lang: work.languages[side], dir: work.rtl?.includes(work.languages[side]) ? "rtl" : null });
  const span = (name, ...children) => Reader.make("span", { class: name }, ...children);

  /** Put lines into `box`: below the titles of their documents when `grouped`, else each with its title when there are several.
      `rendered` gives the ranges that are renderings: line → side → ranges. */
  function show(box, lines, { grouped, several, query, rendered }) {
    const groups = grouped ? [...Map.groupBy(lines, ({ work }) => work.id).values()] : [lines];
    box.replaceChildren(
      ...groups.filter((group) => group.length).map((group) => {
        const list = Reader.make("ol", {}, ...group.map((line) => item(line, query, rendered(line), several && !grouped)));
        return Reader.make("div", { class: "work" }, ...(grouped ? [Reader.make("h3", {}, ...titles(group[0].work), span("number", String(group.length)))] : []), list);
      }),
    );
  }

  function item(line, query, rendered, titled) {
    const { work, side, lead, before, hit, after, rest } = line;
    const room = Math.max(0, 160 - before.length);
    const kwic = Reader.make(
      "span",
      { class: "kwic", ...speaks(work, side) },
      span("before", span("cut", span("around", ConcordanceLines.ending(lead, room)), ConcordanceLines.ending(before))),
      Reader.make("mark", {}, hit),
      span("after", ConcordanceLines.beginning(after), span("around", ConcordanceLines.beginning(rest, Math.max(0, 160 - after.length)))),
    );
    const link = Reader.make("a", { href: address(line, query) }, span("place", place(line), " "), kwic);
    const others = line.others.filter(({ text }) => text).map((other) => translation(work, other, rendered.get(other.side) ?? []));
    if (titled) others.push(Reader.make("p", { class: "title" }, ...titles(work)));
    return Reader.make("li", {}, link, Reader.make("div", { class: "translation" }, ...others));
  }

  function titles(work) {
    return work.languages.flatMap((_, side) => (work.titles[side] ? [Reader.make("span", speaks(work, side), work.titles[side]), " "] : []));
  }

  /** Where a line stands: the number of its paragraph, as in the margin, or of its note. */
  function place({ id, note }) {
    return note ? say("search.note", { n: id.slice(1) }) : id.slice(1).split("-")[0];
  }

  function address({ page, id }, query) {
    const view = Reader.settings.query();
    view.set("q", query);
    return `${Reader.root}${page}?${view}#${encodeURIComponent(id).replaceAll("%3A", ":")}`;
  }

  /** A translation with its own hits marked, and what renders the term underlined. */
  function translation(work, { side, text, ranges }, rendered) {
    const all = [...rendered.map(([start, end]) => ({ start, end, tag: "em" })), ...ranges.map(([start, end]) => ({ start, end, tag: "mark" }))];
    const element = Reader.make("p", speaks(work, side));
    let at = 0;
    for (const { start, end, tag } of all.sort((one, other) => one.start - other.start)) {
      if (start < at) continue;
      element.append(text.slice(at, start), Reader.make(tag, {}, text.slice(start, end)));
      at = end;
    }
    element.append(text.slice(at));
    return element;
  }

  return { show, say };
})();
