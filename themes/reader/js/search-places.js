/* The places of the hits of a document in reading order, read window by window as far as somebody walks. Names no document. */
const SearchPlaces = (() => {
  "use strict";

  /** All of them, known: each { id, page }. */
  function known(list) {
    return { list, exact: true, at: (id) => indexOf(list, id), reach: async () => {}, upTo: async () => {} };
  }

  /** Those in the windows that SearchTexts.find yields. Until all are known (`exact`), they are in `most` paragraphs and notes at
      most, or in so many when that is `sure`. */
  function pulled(windows) {
    const places = { list: [], exact: false, sure: false, most: 0, at: (id) => indexOf(places.list, id) };

    async function pull() {
      const { value, done } = await windows.next();
      if (done) return void (places.exact = true);
      if (value.again) places.list = [];
      places.list.push(...value.results.map(placeOf).sort(compare));
      Object.assign(places, { exact: value.exact, sure: value.sure, most: value.units + value.left });
    }

    /** Read on until there is a place numbered `at`, or no more. */
    places.upTo = async (at) => {
      while (at >= places.list.length && !places.exact) await pull();
    };
    /** Read on until a place is there, or no more; at least one window. */
    places.reach = async (id) => {
      do await pull();
      while (id && places.at(id) < 0 && !places.exact);
    };
    return places;
  }

  function placeOf({ unit, page, rows }) {
    return { id: rows.length === 1 ? rows[0].id : `${rows[0].id}:${rows.at(-1).id}`, page, unit };
  }

  const numberOf = ({ id }) => Number(/-(\d+)(?::|$)/.exec(id)?.[1] ?? 0);
  const compare = (one, other) => one.unit - other.unit || numberOf(one) - numberOf(other);

  /** Where a place is in the list: it itself, else the first one in its paragraph, -1 when there is none. */
  function indexOf(list, id) {
    const exact = list.findIndex((place) => place.id === id);
    return exact >= 0 || !/^p\d+$/.test(id) ? exact : list.findIndex((place) => place.id.startsWith(`${id}-`));
  }

  return { known, pulled };
})();
