/* Recordings: the players of the page, of which one sounds at a time, from a sentence's beginning to its end.

   Who presses a player's own buttons is followed: `watch(heard)` is told of it. */
const ListeningSounds = (() => {
  "use strict";

  let rows = [];
  let now = null; // what sounds: { row, audio, until, done, tick, timer, target }
  let watcher = {};
  const elements = new Map();

  /** Take the recordings there are. */
  function take(found) {
    rows = found ?? [];
    for (const row of rows) watched(row);
  }

  const rowFor = (id, tag) => ListeningCues.rowFor(rows, id, tag);
  const folder = () => `${Reader.root}${encodeURIComponent(Reader.document)}/`;

  /** The page's player of a recording; on a page that has none, one that is not seen. */
  function element(row) {
    if (elements.has(row)) return elements.get(row);
    const known = [...document.querySelectorAll("article audio")].find((one) => one.dataset.section === row.section && one.dataset.language === row.language);
    const audio = known ?? Reader.make("audio", { preload: "none" }, ...row.files.map((file) => Reader.make("source", { src: folder() + encodeURIComponent(file) })));
    elements.set(row, audio);
    return audio;
  }

  /* Events come late: by then the player may be at something else. */
  function watched(row) {
    const audio = element(row);
    audio.addEventListener("play", () => now?.audio !== audio && !audio.paused && watcher.started?.(row, audio.currentTime));
    audio.addEventListener("pause", () => now?.audio === audio && audio.paused && !audio.ended && !now.unsure && (forget(), watcher.paused?.()));
    audio.addEventListener("seeked", () => {
      if (now?.audio !== audio || now.unsure) return;
      if (now.target !== undefined && Math.abs(audio.currentTime - now.target) < 0.1) return void (now.target = undefined);
      watcher.started?.(row, audio.currentTime);
    });
  }

  /** Play from `start` (undefined: from where it stands) to `end`; `tick(time)` now and then, then `done`, or `failed`. */
  function play(row, [start, end], rate, { done, failed, tick }) {
    const audio = element(row);
    if (now && now.audio !== audio) hold();
    else forget();
    const mine = { row, audio, until: end, done, tick, target: undefined };
    now = mine;
    if (start !== undefined && (audio.paused || !ListeningCues.goesOn(audio.currentTime, start))) seek(mine, start);
    audio.playbackRate = rate;
    audio.onended = () => mine === now && !mine.unsure && (forget(), done());
    begin(mine, start).catch((error) => mine === now && error.name !== "AbortError" && (forget(), failed()));
  }

  /** Let it sound. A simple server (Python's own) cannot give a part of a file; then all of it is fetched, once. */
  async function begin(mine, start) {
    const { audio } = mine;
    if (audio.paused) await audio.play();
    if (mine !== now) return;
    if (mine.unsure && !reaches(audio, start)) {
      const whole = await fetch(audio.currentSrc);
      audio.src = URL.createObjectURL(await whole.blob());
      if (mine !== now) return;
      const { playbackRate } = audio;
      seek(mine, start);
      await audio.play();
      audio.playbackRate = playbackRate;
    }
    if (mine !== now) return;
    mine.unsure = false;
    audio.muted = false;
    look(mine);
  }

  const reaches = (audio, time) => [...Array(audio.seekable.length).keys()].some((at) => audio.seekable.start(at) <= time && audio.seekable.end(at) >= time);

  function seek(mine, time) {
    const { audio } = mine;
    mine.unsure = time > 0 && !reaches(audio, time);
    audio.muted = mine.unsure; // what sounds until it is where it should be is not to be heard
    mine.target = time;
    audio.currentTime = time;
  }

  /** Look again when the end should be near: timers are late, never early. */
  function look(mine) {
    const { audio, until } = mine;
    if (!audio.seeking) mine.tick?.(audio.currentTime);
    const left = until - audio.currentTime;
    if (left <= 0 && !audio.seeking) {
      forget();
      return mine.done();
    }
    mine.timer = setTimeout(() => mine === now && look(mine), Math.min(200, Math.max(8, (left * 1000) / audio.playbackRate)));
  }

  function forget() {
    clearTimeout(now?.timer);
    if (now) now.audio.muted = false;
    now = null;
  }

  /** Stop what sounds, where it stands. */
  function hold() {
    forget();
    for (const audio of elements.values()) if (!audio.paused) audio.pause();
  }

  const faster = (rate) => now && (now.audio.playbackRate = rate);
  const time = (row) => element(row).currentTime;
  const watch = (heard) => (watcher = heard);
  const all = () => rows;

  return { take, rowFor, play, hold, faster, time, watch, all };
})();
