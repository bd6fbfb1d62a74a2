/* The page: what is listed, where the reviewer stands, and what becomes of each act. `Review.acts` is what buttons (by
 * `data-act`) and keys call. */
"use strict";

const Review = (() => {
  const { say } = ReviewWords;
  const MORE = 60; // segments that are shown at a time
  const list = document.getElementById("segments");
  if (!list) return null;
  const tools = document.getElementById("tools");
  const live = document.getElementById("live");
  const page = document.querySelector(".about a").getAttribute("href");

  let data = null; // languages, and what is uncertain
  let session = null;
  let keys = []; // of the segments that are listed, in order
  let shown = MORE;
  let entries = new Map(); // key → { pair, row, at }
  let stand = { key: null, side: 0, caret: null, picked: null };
  const drawn = new Map(); // key → { row, item }

  const tell = (text) => {
    live.textContent = "";
    setTimeout(() => (live.textContent = text), 30);
  };

  const here = () => entries.get(stand.key);

  /** Where the caret stands: where it was put, else at a place to cut near the middle. */
  const caret = () => {
    const { pair, row } = here();
    const range = row.ranges[stand.side];
    if (!range || pair.fixed) return null;
    const put = stand.caret !== null && range[0] < stand.caret && stand.caret < range[1];
    const offset = put ? stand.caret : (ReviewPairs.nearest(pair, row, stand.side, 0.5) ?? Math.floor((range[0] + range[1]) / 2));
    return range[0] < offset && offset < range[1] ? { side: stand.side, offset } : null;
  };

  /** The pair that a one-sided one can be joined to, after it (1) or before it (-1). */
  const partner = (pair, by) => session.pairs[ReviewPairs.partner(session.pairs, session.pairs.indexOf(pair), by)];

  const item = (key) => {
    const { pair, row, at } = entries.get(key);
    const current = key === stand.key;
    const known = drawn.get(key);
    if (known && known.row === row && !current && !known.current) return known.item;
    const more = current ? { caret: caret(), picked: stand.picked, partners: [-1, 1].map((by) => partner(pair, by)) } : {};
    const view = { pair, at, languages: data.languages, page, current, act, ...more };
    const made = ReviewEntry.entry(view);
    drawn.set(key, { row, current, item: made });
    return made;
  };

  /** Put what changed on the page; the focus stays on the button it was on, or goes to the segment. */
  const draw = (focus = false) => {
    const had = list.contains(document.activeElement) ? document.activeElement : null;
    const on = had?.dataset.focus;
    const items = keys.slice(0, shown).map(item);
    items.forEach((each, at) => list.children[at] !== each && list.insertBefore(each, list.children[at] ?? null));
    while (list.children.length > items.length) list.lastChild.remove();
    document.getElementById("more").hidden = keys.length <= shown;
    document.getElementById("nothing").hidden = keys.length > 0;
    document.getElementById("counts").textContent = say("counts", ReviewOrder.counts(session.pairs, data.uncertain));
    const box = list.querySelector(".box");
    if (box && (had || focus)) {
      const again = on && box.querySelector(`[data-focus="${on}"]:not(:disabled)`);
      (again || box).focus({ preventScroll: true });
      if (focus || !again) box.scrollIntoView({ block: "nearest" });
    }
    ReviewSaving.show(session);
  };

  const look = () => {
    entries = new Map(ReviewOrder.all(session.pairs).map((entry) => [entry.row.key, entry]));
  };

  /** List the segments anew, by what the tools say. */
  const relist = () => {
    const asked = Object.fromEntries(new FormData(tools));
    keys = ReviewOrder.listed(session.pairs, asked, data.uncertain);
    shown = MORE;
    if (!keys.includes(stand.key)) stand = { ...stand, key: keys[0] ?? null, caret: null, picked: null };
    list.replaceChildren();
    reveal();
    draw();
  };

  /** See that the segment one stands on is listed and drawn. */
  const reveal = () => {
    if (stand.key === null) return;
    const at = keys.indexOf(stand.key);
    if (at < 0) {
      const { pair, at: place } = here();
      const near = keys.findIndex((key) => entries.get(key)?.pair.id === pair.id && entries.get(key).at > place);
      keys = keys.toSpliced(near < 0 ? keys.length : near, 0, stand.key);
    }
    shown = Math.max(shown, Math.ceil((keys.indexOf(stand.key) + 1) / MORE) * MORE);
  };

  const goTo = (key) => {
    if (!entries.has(key)) return;
    stand = { ...stand, key, caret: null, picked: null };
    reveal();
    draw(true);
  };

  const step = (by) => {
    const at = keys.indexOf(stand.key) + by;
    if (keys[at]) goTo(keys[at]);
  };

  /** The rows of one session in pairs that another one does not have. */
  const apart = ({ pairs }, other) => {
    const there = new Set(other.pairs);
    return pairs.flatMap((pair) => (there.has(pair) ? [] : pair.rows));
  };

  /** The session becomes another one; one stands on `key` then. */
  const become = (next, key) => {
    const [before, after] = [apart(session, next), apart(next, session)];
    session = next;
    keys = ReviewOrder.edited(keys, before, after);
    for (const row of before) if (!after.includes(row)) drawn.delete(row.key);
    look();
    const kept = entries.has(key) ? key : after[0]?.key;
    stand = { ...stand, key: kept ?? keys[0] ?? null, caret: null, picked: null };
    reveal();
    draw();
    tell(here() ? ReviewEntry.summary(here().row) : "");
  };

  /** Do what an operation says, or tell why not. */
  const change = (found, pair = here().pair) => {
    if (found.why) return tell(say(found.why));
    const key = found.rows.some((row) => row.key === stand.key) ? stand.key : found.rows[Math.min(found.at, found.rows.length - 1)].key;
    become(ReviewSession.edit(session, pair.id, found.rows), key);
    ReviewSaving.soon();
  };

  const mark = (status) => {
    const { pair, row, at } = here();
    change(ReviewPairs.mark(pair, at, row.status === status ? "auto" : status));
  };

  const turn = (way) => {
    const next = way(session);
    if (!next) return;
    const rows = apart(next, session);
    const changed = rows.find((row) => !session.pairs.some((pair) => pair.rows.includes(row)));
    become(next, (rows.find((row) => row.key === stand.key) ?? changed)?.key);
    ReviewSaving.soon();
  };

  const join = (by) => {
    const next = ReviewSession.join(session, here().pair.id, by);
    if (!next) return tell(say("why.join"));
    become(next, stand.key);
    ReviewSaving.soon();
  };

  const putCaret = (side, offset) => {
    stand = { ...stand, side, caret: offset };
    draw();
    const now = caret();
    if (now) tell(say("caret", { text: ReviewEntry.excerpt(here().pair.sides[side].chars.slice(now.offset, now.offset + 30)) }));
  };

  const moveCaret = (by, fine) => {
    const now = caret();
    if (!now) return;
    const { pair, row } = here();
    const places = ReviewPairs.places(pair, row, now.side);
    const clause = by > 0 ? places.find((cut) => cut > now.offset) : places.findLast((cut) => cut < now.offset);
    putCaret(now.side, fine ? ReviewPairs.step(pair, row, now.side, now.offset, by) : (clause ?? now.offset));
  };

  /** The boundary before (-1) or after (0) this segment goes to the next place of the language that was chosen. */
  const moveBoundary = (which, by) => {
    const { pair, at } = here();
    const offset = ReviewPairs.next(pair, at + which, stand.side, by);
    change(offset === null ? { why: "why.end" } : ReviewPairs.move(pair, at + which, stand.side, offset));
  };

  const give = (which) => {
    const now = caret();
    if (now) change(ReviewPairs.move(here().pair, here().at + which, now.side, now.offset));
  };

  const pick = (side) => {
    const { pair, row } = here();
    if (pair.fixed || pair.rows.length < 2) return tell(say(pair.fixed ? "why.fixed" : "why.end"));
    stand = { ...stand, side, picked: stand.picked ? null : { key: row.key, side } };
    draw(true);
    tell(say(stand.picked ? "exchange.picked" : "exchange.dropped"));
    (list.querySelector(".mine + .neighbour .here") ?? list.querySelector(".here"))?.focus();
  };

  const acts = {
    go: ({ key }) => goTo(key),
    next: () => step(1),
    previous: () => step(-1),
    uncertain: () => {
      const key = ReviewOrder.following(keys, entries, stand.key, data.uncertain);
      if (key) goTo(key);
      else tell(say("no-more"));
    },
    check: () => mark("checked"),
    lock: () => mark("locked"),
    look: () => {
      const { pair, row, at } = here();
      if (row.status === "auto") change(ReviewPairs.mark(pair, at, "checked"));
      acts.uncertain();
    },
    "merge-next": () => change(ReviewPairs.merge(here().pair, here().at)),
    "merge-previous": () => change(here().at ? ReviewPairs.merge(here().pair, here().at - 1) : { why: "why.end" }),
    cut: ({ side, offset }) => change(ReviewPairs.split(here().pair, here().at, Number(side), Number(offset))),
    split: () => change(caret() ? ReviewPairs.split(here().pair, here().at, caret().side, caret().offset) : { why: "why.place" }),
    "join-next": () => join(1),
    "join-previous": () => join(-1),
    unlink: () => change(ReviewPairs.unlink(here().pair, here().at)),
    move: ({ boundary, side, by }) => change(ReviewPairs.move(here().pair, Number(boundary), Number(side), ReviewPairs.next(here().pair, Number(boundary), Number(side), Number(by)))),
    place: ({ boundary, side, offset }) => change(ReviewPairs.move(here().pair, boundary, side, offset)),
    boundary: (by) => moveBoundary(0, by),
    "boundary-previous": (by) => moveBoundary(-1, by),
    "give-previous": () => give(-1),
    "give-next": () => give(0),
    exchange: ({ side = stand.side } = {}) => pick(Number(side)),
    "exchange-here": ({ at }) => change(ReviewPairs.exchange(here().pair, here().at, Number(at), stand.picked.side)),
    side: (by) => {
      stand = { ...stand, side: (stand.side + by + data.languages.length) % data.languages.length, caret: null };
      draw();
      tell(data.languages[stand.side].name);
    },
    caret: (by) => moveCaret(by, false),
    character: (by) => moveCaret(by, true),
    undo: () => turn(ReviewSession.undo),
    redo: () => turn(ReviewSession.redo),
    find: () => tools.elements.text.focus(),
    leave: () => {
      if (!stand.picked) return false;
      stand = { ...stand, picked: null };
      draw(true);
      tell(say("exchange.dropped"));
    },
  };

  const act = (name, values) => (here() || ["undo", "redo", "find"].includes(name) ? acts[name]?.(values) : undefined);

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act]");
    if (button) return act(button.dataset.act, button.dataset);
    const listed = event.target.closest(".segment");
    if (!listed || event.target.closest("a") || getSelection().toString()) return;
    if (listed.dataset.key !== stand.key) return goTo(listed.dataset.key);
    const near = event.target.closest(".neighbour")?.querySelector(".name");
    if (near) return goTo(near.dataset.key);
    const spot = event.target.closest(".mine") && ReviewPointing.spot(event.clientX, event.clientY);
    if (spot) putCaret(spot.side, spot.offset);
  });
  tools.addEventListener("input", relist);
  tools.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("more").addEventListener("click", () => {
    const first = keys[shown];
    shown += MORE;
    goTo(first);
  });

  /** Show what the server sent; edits that were not saved stay where they fit. Tells how many do not. */
  const load = (sent) => {
    data = sent;
    session = session ? ReviewSession.renewed(session, sent) : ReviewSession.begin(sent);
    look();
    drawn.clear();
    const first = stand.key === null;
    if (keys.length) {
      const all = ReviewOrder.listed(session.pairs, Object.fromEntries(new FormData(tools)), data.uncertain);
      keys = [...new Set([...keys.filter((key) => entries.has(key)), ...all])];
      if (!entries.has(stand.key)) stand = { ...stand, key: keys[0] ?? null, caret: null, picked: null };
      list.replaceChildren();
      reveal();
      draw();
    } else relist();
    if (first && stand.key !== null) acts.go({ key: stand.key });
    return session.lost || 0;
  };

  return {
    acts,
    act,
    load,
    tell,
    get session() {
      return session;
    },
    set session(next) {
      session = next;
      ReviewSaving.show(session);
    },
  };
})();
