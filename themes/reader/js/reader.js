/* The page's one global: where the site's root is, how data scripts are loaded, events, and what is said aloud. */
"use strict";

(() => {
  const loaded = new Map();
  const provided = new Map();
  const handlers = new Map();

  Object.assign(Reader, {
    root: document.body.dataset.root || "",
    document: document.body.dataset.document || "",

    /** Load a classic script of this site once, by its path from the root; settles when it ran. Works from file://. */
    load(path) {
      if (!loaded.has(path)) {
        loaded.set(
          path,
          new Promise((resolve, reject) => {
            const script = document.createElement("script");
            script.src = Reader.root + path;
            script.onload = () => resolve();
            script.onerror = () => {
              loaded.delete(path);
              script.remove();
              reject(new Error(path));
            };
            document.head.append(script);
          }),
        );
      }
      return loaded.get(path);
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
