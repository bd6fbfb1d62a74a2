/* The page's one global: where the site's root is, how data scripts are loaded, events, and what is said aloud. */
"use strict";

(() => {
  const loaded = new Map();
  const provided = new Map();
  const handlers = new Map();
  const dressed = new Map();
  const { site } = document.body.dataset; // of a file that left it

  const fetched = (path) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = Reader.root + path;
      script.onload = () => resolve();
      script.onerror = () => {
        script.remove();
        reject(new Error(path));
      };
      document.head.append(script);
    });

  const styled = (href) =>
    new Promise((resolve) => {
      const link = Reader.make("link", { rel: "stylesheet", href });
      link.onload = link.onerror = () => resolve();
      document.head.append(link);
    });

  Object.assign(Reader, {
    root: document.body.dataset.root || "",
    document: document.body.dataset.document || "",

    /** Load a classic script of this site once, by its path from the root; settles when it ran. Works from file://, and in a
        file that has its scripts inside (inside.js). */
    load(path) {
      if (!loaded.has(path)) {
        loaded.set(path, Reader.inside ? Reader.inside(path) : fetched(path));
        loaded.get(path).catch(() => loaded.delete(path));
      }
      return loaded.get(path);
    },

    /** Load a style sheet once, by its address; settles when it is there. A file with everything inside has them all. */
    dress(href) {
      if (Reader.inside) return Promise.resolve();
      if (!dressed.has(href)) dressed.set(href, styled(href));
      return dressed.get(href);
    },

    /** The address of a page of the site by its path from the root; null in a file that does not know where its site is. */
    there(path) {
      return Reader.inside ? (site ? site + path : null) : Reader.root + path;
    },

    /** The whole address of one that is relative to the page of this document: on the site, where a file knows of it. */
    whole(address) {
      if (site) return new URL(address, `${site}${encodeURIComponent(Reader.document)}/`).href;
      return new URL(Reader.inside ? address.replace(/^index\.html/, "") : address, location.href).href;
    },

    /** Data scripts hand over what they hold. */
    provide(name, value) {
      provided.set(name, value);
    },

    /** What a data script handed over; undefined before it ran. */
    take: (name) => provided.get(name),

    on(event, handler) {
      if (!handlers.has(event)) handlers.set(event, []);
      handlers.get(event).push(handler);
    },

    emit(event, detail) {
      for (const handler of handlers.get(event) || []) handler(detail);
    },

    /** Say something to screen readers, politely. */
    say(text) {
      const live = document.getElementById("live");
      live.textContent = "";
      setTimeout(() => (live.textContent = text), 50);
    },

    /** Say something to everyone, for a moment. */
    toast(text) {
      document.querySelector(".toast")?.remove();
      const toast = Reader.make("div", { class: "toast", "aria-hidden": "true" }, text);
      document.body.append(toast);
      Reader.say(text);
      setTimeout(() => toast.remove(), 2200);
    },

    /** Copy a text; a promise of whether it was copied. Where the clipboard is refused (file:// in some browsers), the
        old way is tried. */
    async copy(text) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        const area = Reader.make("textarea", { class: "unseen", readonly: "" }, text);
        document.body.append(area);
        area.select();
        const done = document.execCommand("copy");
        area.remove();
        return done;
      }
    },

    /** The id that a hash names; hashes that are not well formed are taken as they are. */
    fragment(hash) {
      try {
        return decodeURIComponent(hash.slice(1));
      } catch {
        return hash.slice(1);
      }
    },

    /** The language in which an element was written, whatever script it is shown in. */
    tongue: (element) => element.dataset.tongue || element.lang,

    /** An element with attributes and children; strings become text, never markup. */
    make(tag, attributes = {}, ...children) {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) if (value != null) element.setAttribute(name, value);
      element.append(...children);
      return element;
    },
  });
})();
