/* What is heard after what: sentence by sentence, each in the languages asked for, so many times. Pure: runs under node too.

   A plan is { ids, tags, times, from, to }: the sentences, the languages of each in their order, how often a sentence is
   heard, and the first and last of those that are heard over and over (undefined: none). A place is { at, turn, part }: which
   sentence, which time, which language. `heard(id, tag)` tells whether a sentence can be heard in a language. */
const ListeningQueue = (() => {
  "use strict";

  const parts = (plan, at, heard) => plan.tags.map((_, part) => part).filter((part) => heard(plan.ids[at], plan.tags[part]));

  /** The first place at a sentence or, going by 1 or -1, behind it; null where nothing more can be heard. */
  const find = (plan, at, by, heard) => {
    for (let place = at; place >= 0 && place < plan.ids.length; place += by) {
      const [part] = parts(plan, place, heard);
      if (part !== undefined) return { at: place, turn: 0, part };
    }
    return null;
  };

  /** The place after another one; null at the end. */
  const after = (plan, place, heard) => {
    const further = parts(plan, place.at, heard).find((part) => part > place.part);
    if (further !== undefined) return { ...place, part: further };
    const [again] = parts(plan, place.at, heard);
    if (place.turn + 1 < plan.times && again !== undefined) return { at: place.at, turn: place.turn + 1, part: again };
    if (plan.to !== undefined && place.at >= plan.to) return find(plan, plan.from, 1, heard);
    return find(plan, place.at + 1, 1, heard);
  };

  /** The sentence before (-1) or behind (1) a place; at either end the place's own sentence from its beginning. */
  const skip = (plan, place, by, heard) => find(plan, place.at + by, by, heard) ?? find(plan, place.at, 1, heard);

  /** The same place in another plan: the same sentence, in the same language if it is still asked for. */
  const moved = (plan, place, before, heard) => {
    const part = plan.tags.indexOf(before.tags[place.part]);
    const id = before.ids[place.at];
    const at = plan.ids.indexOf(id);
    if (at >= 0 && part >= 0 && heard(id, plan.tags[part])) return { at, part, turn: Math.min(place.turn, plan.times - 1) };
    return find(plan, Math.max(at, 0), 1, heard);
  };

  return { find, after, skip, moved };
})();
