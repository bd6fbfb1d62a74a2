/* One segment on the page. The one that is being looked at shows its neighbours, its boundaries, and what can be done. */
"use strict";

const ReviewEntry = (() => {
  const { say } = ReviewWords;

  /** An element with attributes and children; strings become text, never markup. */
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value != null && value !== false) element.setAttribute(name, value === true ? "" : value);
    element.append(...children.filter((child) => child != null));
    return element;
  };

  const button = (act, label, attributes = {}) => make("button", { type: "button", "data-act": act, ...attributes }, label);
  const excerpt = (chars) => chars.join("").trim().slice(0, 24);
  const opening = ({ sides }) => excerpt(sides.find(({ chars }) => chars.length).chars);
  const name = (row) => row.id || say("new");

  /** The text of one side of a row in parts that know where they start; between them, where asked for, places to cut and
   *  the caret. */
  const text = (view, at, side, own) => {
    const { pair, languages } = view;
    const row = pair.rows[at];
    const { tag, rtl } = languages[side];
    const attributes = { class: "words", lang: tag, dir: rtl ? "rtl" : "ltr", "data-side": side, "data-row": at };
    const range = row.ranges[side];
    if (!range) return make("p", { class: "words none", "data-side": side, "data-row": at }, say("empty"));
    const { chars } = pair.sides[side];
    const caret = own && view.caret?.side === side ? view.caret.offset : null;
    const places = ReviewPairs.places(pair, row, side);
    const stops = [...new Set([...places, ...(caret === null ? [] : [caret])])].sort((a, b) => a - b);
    const parts = [range[0], ...stops].flatMap((start, index) => {
      const part = make("span", { "data-start": start }, chars.slice(start, stops[index] ?? range[1]).join(""));
      const mark = start === caret ? make("span", { class: "caret", "aria-hidden": "true" }) : null;
      const cut = own && index && !pair.fixed && places.includes(start) ? cutter(chars, side, start, range[1]) : null;
      return [mark, cut, part].filter(Boolean);
    });
    return make("p", attributes, ...parts);
  };

  const cutter = (chars, side, offset, end) => {
    const label = say("cut", { text: excerpt(chars.slice(offset, Math.min(end, offset + 30))) });
    return make("button", { type: "button", class: "cut", "data-act": "cut", "data-side": side, "data-offset": offset, "aria-label": label, title: label });
  };

  const row = (view, at, kind) => {
    const cells = view.languages.map((_, side) => text(view, at, side, kind === "mine"));
    const picked = view.picked && view.pair.rows[at].key !== view.picked.key;
    const here = picked ? button("exchange-here", say("exchange.here"), { class: "here", "data-at": at, "aria-label": `${say("exchange.here")}: ${name(view.pair.rows[at])}` }) : null;
    const go = kind === "near" ? button("go", name(view.pair.rows[at]), { class: "name", "data-key": view.pair.rows[at].key, "aria-label": say("go", { name: name(view.pair.rows[at]) }) }) : null;
    const bead = make("div", { class: `bead ${kind}` }, ...cells);
    return kind === "near" ? make("div", { class: "neighbour" }, go, bead, here) : bead;
  };

  /** The boundaries between a row and the next one, one a language. */
  const edges = (view, boundary, which) =>
    make("div", { class: "bead edges" }, ...view.languages.map(({ name: language }, side) => edge(view, boundary, which, side, language)));

  const edge = (view, boundary, which, side, language) => {
    const { pair } = view;
    const to = (by, glyph, word) => {
      const offset = ReviewPairs.next(pair, boundary, side, by);
      const refused = offset === null || ReviewPairs.move(pair, boundary, side, offset).why;
      return button("move", glyph, { "data-boundary": boundary, "data-side": side, "data-by": by, "data-focus": `${which}${side}${by}`, "aria-label": say(word), title: say(word), disabled: Boolean(refused) });
    };
    const label = say(`boundary.${which}`, { language });
    const found = make("div", { class: "edge", role: "group", "aria-label": label, "data-boundary": boundary, "data-side": side }, to(-1, "↑", "back"), make("span", { class: "grip", title: label, "data-name": language }), to(1, "↓", "on"));
    ReviewPointing.drag(found, pair.sides[side].cuts, (offset) => view.act("place", { boundary, side, offset }));
    return found;
  };

  const acts = (view) => {
    const { pair, at, languages } = view;
    const own = pair.rows[at];
    const toggle = (act, status) => button(act, say(act), { "aria-pressed": String(own.status === status), "data-focus": act });
    const op = (act, refused, label = say(act), more = {}) => button(act, label, { "data-focus": act + (more["data-side"] ?? ""), disabled: Boolean(refused), ...more });
    const exchange = ({ name: language }, side) => op("exchange", pair.rows.length < 2, say("exchange", { language }), { "data-side": side, "aria-pressed": String(view.picked?.side === side) });
    const changes = [
      op("merge-previous", !at || ReviewPairs.merge(pair, at - 1).why),
      op("merge-next", ReviewPairs.merge(pair, at).why),
      ...["join-previous", "join-next"].flatMap((act, each) => (view.partners[each] ? [op(act, false, say("join", { text: opening(view.partners[each]) }))] : [])),
      op("split", !view.caret || ReviewPairs.split(pair, at, view.caret.side, view.caret.offset).why),
      op("unlink", ReviewPairs.unlink(pair, at).why),
      ...languages.map(exchange),
    ];
    const all = [toggle("check", "checked"), toggle("lock", "locked"), ...(pair.fixed ? [] : changes)];
    return make("div", { class: "acts", role: "group", "aria-label": say("acts") }, ...all);
  };

  const head = (view) => {
    const own = view.pair.rows[view.at];
    const title = name(own);
    const place = view.current
      ? make("a", { class: "name", href: `${view.page}#${encodeURIComponent(own.id || view.pair.id)}` }, title)
      : button("go", title, { class: "name", "data-key": own.key, "aria-label": say("go", { name: title }) });
    return make("div", { class: "head" }, place, make("span", { class: "sure" }, percent(own)), make("span", { class: `status ${own.status}` }, say(own.status)));
  };

  const percent = (own) => say("sure", { percent: Math.round(100 * own.confidence) });
  const summary = (own) => [say("segment", { name: name(own) }), percent(own), say(own.status)].join(", ");

  /** The rows of a pair around the one that is looked at; all of them while one is to be chosen. */
  const around = (view) => {
    const { pair, at, picked } = view;
    const last = pair.rows.length - 1;
    if (picked) return pair.rows.map((_, each) => row(view, each, each === at ? "mine" : "near"));
    const shown = [];
    if (at > 0) shown.push(row(view, at - 1, "near"), ...(pair.fixed ? [] : [edges(view, at - 1, "previous")]));
    shown.push(row(view, at, "mine"));
    if (at < last) shown.push(...(pair.fixed ? [] : [edges(view, at, "next")]), row(view, at + 1, "near"));
    return shown;
  };

  /** The list item of a segment. `view` is { pair, at, languages, page, current, act }, of the current one { caret, picked, partners } too. */
  const entry = (view) => {
    const own = view.pair.rows[view.at];
    const item = make("li", { class: `segment${view.current ? " current" : ""}`, "data-key": own.key });
    if (!view.current) {
      item.append(head(view), row(view, view.at, "quiet"));
      return item;
    }
    const fixed = view.pair.fixed ? make("p", { class: "fixed" }, say("fixed")) : null;
    const box = make("div", { class: "box", role: "group", tabindex: "-1", "aria-label": summary(own), "aria-current": "true" }, head(view), ...around(view), fixed, acts(view));
    item.append(box);
    return item;
  };

  return { entry, make, summary, excerpt };
})();
