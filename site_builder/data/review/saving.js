/* To the server and back: loading, saving, and what is said of it. */
"use strict";

const ReviewSaving = (() => {
  const { say } = ReviewWords;
  const KEY = "bilingual-reader-review";
  const PAUSE = 800; // milliseconds after the last change
  const state = document.getElementById("state");
  const news = document.getElementById("news");
  const auto = document.getElementById("auto");
  const { token } = document.body.dataset;

  let saving = false;
  let failed = "";
  let timer = 0;
  let settled = []; // the pairs that were saved last and not seen built yet

  const button = (name) => document.querySelector(`.bar [data-act="${name}"]`);

  /** Show what is saved and what is not. */
  const show = (session) => {
    const count = ReviewSession.changedPairs(session).length;
    const word = saving ? "state.saving" : failed ? "state.failed" : count ? "state.dirty" : "state.clean";
    state.textContent = say(word, { count, why: failed });
    state.classList.toggle("dirty", Boolean(count || failed));
    button("save").disabled = saving || !count;
    button("undo").disabled = !session.done.length;
    button("redo").disabled = !session.undone.length;
  };

  /** Ask for the document as it is now. */
  const fetched = async () => {
    const answer = await fetch("?rows", { cache: "no-store" });
    if (!answer.ok) throw new Error((await answer.json()).message);
    return answer.json();
  };

  const fail = (why) => {
    failed = why;
    show(Review.session);
    Review.tell(state.textContent);
  };

  /** Say that the text is another one now, and offer to load it. */
  const offer = (text) => {
    const load = ReviewEntry.make("button", { type: "button" }, say("news.load"));
    load.addEventListener("click", () => renew(true));
    news.replaceChildren(ReviewEntry.make("p", {}, text), load);
    news.hidden = false;
    load.focus();
    Review.tell(text);
  };

  /** Load what there is now. Where edits would be lost to it, that is asked first, unless it was `agreed` to. */
  const renew = async (agreed) => {
    try {
      const sent = await fetched();
      const lost = ReviewSession.renewed(Review.session, sent).lost;
      if (lost && !agreed) return offer(say("news.changed"));
      const dropped = ReviewSession.dropped(settled, sent);
      failed = "";
      settled = [];
      Review.load(sent);
      const told = [lost && say("said.lost", { count: lost }), dropped && say("said.dropped", { count: dropped })].filter(Boolean);
      news.replaceChildren(...told.map((each) => ReviewEntry.make("p", {}, each)));
      news.hidden = !told.length;
      Review.tell(told.join(" ") || say("said.renewed"));
    } catch (error) {
      fail(error.message);
    }
  };

  const sent = async (session) => {
    const headers = { "Content-Type": "application/json", "X-Review-Token": token };
    const answer = await fetch("", { method: "POST", headers, body: JSON.stringify(ReviewSession.payload(session)) });
    return { status: answer.status, ...(await answer.json()) };
  };

  const save = async () => {
    clearTimeout(timer);
    const before = Review.session;
    const pairs = ReviewSession.changedPairs(before);
    if (saving || !pairs.length) return;
    saving = true;
    failed = "";
    show(before);
    try {
      const { status, message, digest } = await sent(before);
      saving = false;
      if (status === 409) return offer(say("news.changed"));
      if (status !== 200) return fail(message);
      const now = ReviewSession.saved(Review.session, pairs);
      settled = pairs;
      Review.session = now.digest === before.digest ? { ...now, digest } : now;
      Review.tell(say("said.saved"));
    } catch (error) {
      fail(error.message);
    } finally {
      saving = false;
      show(Review.session);
    }
    soon(); // what was changed meanwhile
  };

  /** Save in a moment, where the reviewer chose that. */
  const soon = () => {
    clearTimeout(timer);
    if (auto.checked && ReviewSession.changedPairs(Review.session).length) timer = setTimeout(save, PAUSE);
  };

  try {
    auto.checked = localStorage.getItem(KEY) === "auto";
  } catch {} // no storage, nothing remembered
  auto.addEventListener("change", () => {
    try {
      localStorage.setItem(KEY, auto.checked ? "auto" : "");
    } catch {}
    soon();
  });
  // The server tells that the text was built again (livereload-client.js); the page is not thrown away for that.
  document.addEventListener("livereload", (event) => {
    event.preventDefault();
    if (Review.session) renew(false);
  });
  addEventListener("beforeunload", (event) => {
    if (Review.session && ReviewSession.changedPairs(Review.session).length) event.preventDefault();
  });

  const begin = async () => {
    try {
      Review.load(await fetched());
    } catch (error) {
      state.textContent = error.message;
    }
  };

  return { show, save, soon, begin };
})();
