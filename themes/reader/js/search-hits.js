/* Walking from hit to hit of a document: all hits of the page are lit, a small bar says which of them one stands on, and leads
   to the others, on the other pages of a long document too. */
const SearchHits = (() => {
  "use strict";

  const { say, onPage, address } = SearchItem;
  const SLOW = 400; // milliseconds after which it is said that hits are being counted

  let walk = null; // { asked, hits, places, at, before }
  let runs = 0;

  /** Light what is asked for (see SearchAddress) and stand on the hit at `place`; without one, before the first. */
  async function begin(asked, place = "") {
    const run = ++runs;
    const hits = await SearchLights.find(asked.q, asked);
    if (run !== runs) return;
    SearchLights.show(hits);
    walk = { asked, hits, places: SearchPlaces.known(hits.map(({ id }) => ({ id, page: "" }))), at: -1, before: 0 };
    if (isLong()) walk.places = SearchPlaces.pulled(inDocument(asked));
    await count(place);
  }

  /** Find out which hit a place is, and how many there are. */
  async function count(place) {
    const mine = walk;
    const waiting = setTimeout(() => mine === walk && announce(Reader.t("search.loading"), false, false), SLOW);
    await mine.places.reach(place).finally(() => clearTimeout(waiting));
    if (mine !== walk) return;
    locate(place);
    tell();
  }

  /** Whether this document is on several pages. */
  const isLong = () => Boolean(document.querySelector("reader-place[data-since], #pages"));

  function inDocument({ q, side, notes }) {
    return SearchTexts.find(q, { document: Reader.document, ...(side && { language: side }), ...(notes && { notes: true }) });
  }

  /** Which hit a place is, else how many come before it. */
  function locate(place) {
    const { places, hits } = walk;
    walk.at = places.at(place);
    if (walk.at >= 0 || !place) return;
    const element = onPage(place);
    if (!element) return;
    const after = hits.find(({ ranges }) => ranges.length && !(element.compareDocumentPosition(ranges[0].startContainer) & Node.DOCUMENT_POSITION_PRECEDING));
    walk.before = after ? Math.max(places.at(after.id), 0) : places.list.length;
  }

  /** Go by so many hits; with `focus` the keyboard's focus goes along. False when there is no walk. */
  function step(by, focus = true) {
    if (!walk) return false;
    const from = walk.at >= 0 ? walk.at + by : walk.before + (by > 0 ? 0 : -1);
    go(from, focus).catch(() => Reader.toast(Reader.t("search.unavailable")));
    return true;
  }

  async function go(at, focus) {
    const mine = walk;
    await mine.places.upTo(at);
    const there = mine.places.list[at];
    if (mine !== walk || !there) return;
    if (!onPage(there.id)) return void (location.href = address(Reader.there(there.page), there.id, mine.asked));
    Reader.leaveSearch();
    walk.at = at;
    stand(there.id, focus);
    tell();
  }

  /** Stand on a hit of this page; what the reveal view covers is shown. */
  function stand(id, focus) {
    remember(walk.asked);
    Reader.go(id, { focus });
    const lines = walk.hits.find((hit) => hit.id === id)?.ranges.map((range) => range.startContainer.parentElement.closest(".line")) ?? [];
    if (lines.length && lines.every((line) => line?.inert)) for (const covered of new Set(lines.map((line) => line.dataset.segment))) Reader.reveal(covered);
  }

  /** Have the address say what is lit, or nothing. */
  function remember(asked) {
    SearchAddress.replace(SearchAddress.write(location.search, asked) + location.hash);
  }

  function announce(text, previous, next) {
    SearchBar.show(step, end);
    SearchBar.tell({ query: walk.asked.q, text, previous, next });
  }

  function tell() {
    if (!walk.places.list.length) return SearchBar.hide();
    const { places, at } = walk;
    const { exact, sure, most, list } = places;
    const n = exact ? list.length : most;
    const text = at >= 0 ? say(exact ? "hits.at" : sure ? "hits.at-sure" : "hits.at-most", { at: at + 1, n }) : say(exact ? (n === 1 ? "search.count-one" : "search.count") : sure ? "search.sure" : "search.most", { n });
    const from = at >= 0 ? at : walk.before - 0.5;
    announce(text, from > 0, !exact || from < list.length - 1);
    Reader.say(text);
  }

  /** Put out the lights. */
  function end() {
    runs += 1;
    if (!walk) return false;
    walk = null;
    SearchLights.show([]);
    remember();
    SearchBar.hide();
    return true;
  }

  Reader.hit = step;
  Reader.endHits = end;
  Reader.on("words", () => walk && tell());

  return { begin };
})();
