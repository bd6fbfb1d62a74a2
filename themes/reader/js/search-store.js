/* The files of the search: a door that keeps its name, which says what build is the library's and has its root, and that
   build's files. When a file cannot be loaded the door is asked again, past all caches: if it names another build, the
   library has been made anew and whoever reads starts over. Names no document: how a script is loaded is handed in. */
const SearchStore = (() => {
  "use strict";

  const DOOR = "search/index.js";

  /** The library is another one now. */
  class Moved extends Error {}

  /** `load(path)` runs a script of the site, `take(name)` gives what it provided. */
  function create({ load, take, now = Date.now }) {
    let current = null;

    /** A promise of the library: { build, root, read }. */
    function library() {
      current ??= open().catch((error) => {
        current = null; // a later search tries again
        throw error;
      });
      return current;
    }

    async function open() {
      await load(DOOR);
      const { build, ...root } = take("search");
      const files = new Map(); // name → a promise of what the file holds
      const read = (name) => {
        if (!files.has(name)) {
          const file = fetched(build, name);
          files.set(name, file);
          file.catch(() => files.delete(name));
        }
        return files.get(name);
      };
      return { build, root, read };
    }

    async function fetched(build, name) {
      const path = `search/${build}/${name}`;
      let failure = new Error(path);
      try {
        await load(`${path}.js`);
      } catch (error) {
        failure = error;
      }
      return take(path) ?? gone(build, failure);
    }

    /** A file is not there: because the library has moved, or for the reason that is known. */
    async function gone(build, failure) {
      await load(`${DOOR}?${now()}`);
      if (take("search").build === build) throw failure;
      current = null;
      throw new Moved(build);
    }

    return { library };
  }

  return { create, Moved };
})();
