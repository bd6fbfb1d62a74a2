/* Listening: a passage, or the text from a place on, sentence by sentence, by a recording or by a voice of this computer.

   `session` is what is listened to: { plan, place, state, span }. The state is "sounding", "waiting" (between two sentences)
   or "still". A span is a part of a recording that is heard over and over: { row, from, to }. */
"use strict";

(() => {
  let session = null;
  let timer = 0;
  let run = 0;

  /* Whether a sentence can be heard in a language. A voice does not speak between the sentences of a recording: what that
     leaves out is left out, unless just this passage is asked for. */
  const heard = (id, tag) => {
    if (ListeningSounds.rowFor(id, tag)) return true;
    const passed = !session?.plan.strict ? false : ListeningLines.section(id).some((other) => ListeningSounds.rowFor(other, tag));
    return !passed && Boolean(ListeningAsked.voiceFor(tag) && ListeningLines.said(id, tag));
  };
  const times = () => ListeningAsked.choices().times || Infinity;
  const plan = (ids) => ({ ids, tags: ListeningAsked.order().split(",").filter(Boolean), times: times() });
  const here = () => ({ id: session.plan.ids[session.place.at], tag: session.plan.tags[session.place.part] });

  /** Listen to these sentences; with `on`, from the first of them to the end. */
  function begin(ids, on = false) {
    const all = ListeningLines.ids;
    const wanted = on ? all.slice(Math.max(0, all.indexOf(ids[0]))) : ids.filter((id) => all.includes(id));
    const before = session;
    session = { plan: { ...plan(wanted), strict: on }, state: "still", span: null };
    session.place = ListeningQueue.find(session.plan, 0, 1, heard);
    if (!session.place) {
      session = before;
      return Reader.toast(Reader.t("listening.nothing"));
    }
    ListeningBar.show({ toggle, skip, loop, end, set, voice, tell });
    ListeningSystem.take({ play: go, pause: still, previoustrack: () => skip(-1), nexttrack: () => skip(1), stop: end });
    hear();
  }

  /** Let the sentence of the place be heard. With `from`, its recording sounds already, from that time on. */
  function hear(from) {
    quiet();
    const mine = ++run;
    const { id, tag } = here();
    const row = ListeningSounds.rowFor(id, tag);
    session.state = "sounding";
    session.since = performance.now();
    const done = () => mine === run && further();
    const failed = () => mine === run && (still(), Reader.toast(Reader.t("listening.failed")));
    session.over = false;
    ListeningLines.light(id, tag);
    tell();
    const { rate } = ListeningAsked.choices();
    if (!row) {
      ListeningSounds.hold();
      return ListeningSpeech.say({ text: spoken(id, tag), voice: ListeningAsked.voiceFor(tag), rate }, done, failed);
    }
    ListeningSpeech.stop();
    const [start, stop] = row.cues[id];
    ListeningSounds.play(row, [from === undefined ? start : undefined, stop], rate, { done, failed });
  }

  /** The text for a voice: one of the mainland is given simplified characters, where the page has them. */
  function spoken(id, tag) {
    const text = ListeningLines.said(id, tag);
    const data = Reader.take(`words/${Reader.document}/${tag}`);
    const mainland = /^(zh|cmn)\b.*\b(cn|sg)\b/i.test(ListeningAsked.voiceFor(tag).lang.replace(/_/g, "-"));
    const shown = ListeningLines.line(id, tag)?.lang;
    return mainland && shown === tag && /^zh-Hant\b/.test(tag) && /Hans/.test(data?.script ?? "") ? ListeningText.otherScript(data, id, text) : text;
  }

  /** Go on to what comes after, with the pause that was asked for. */
  function further() {
    const { wait } = ListeningAsked.choices();
    const next = ListeningQueue.after(session.plan, session.place, heard);
    if (!next) return finished();
    const pause = wait < 0 ? performance.now() - session.since : wait * 1000;
    session.place = next;
    if (!pause) return hear();
    ListeningSounds.hold();
    session.state = "waiting";
    timer = setTimeout(hear, pause);
  }

  /** At the end: what was heard can be heard again. */
  function finished() {
    session.over = true;
    still();
  }

  function quiet() {
    clearTimeout(timer);
    run += 1;
  }

  function still() {
    if (!session) return;
    quiet();
    session.state = "still";
    ListeningSpeech.stop();
    ListeningSounds.hold();
    tell();
  }

  function go() {
    if (!session) return;
    if (session.span?.to !== undefined) return around();
    if (session.over) {
      session.place = ListeningQueue.find(session.plan, 0, 1, heard);
      return hear();
    }
    const row = ListeningSounds.rowFor(here().id, here().tag);
    const [start, stop] = row?.cues[here().id] ?? [];
    const inside = row && ListeningSounds.time(row) > start + 0.05 && ListeningSounds.time(row) < stop - 0.05;
    hear(inside ? ListeningSounds.time(row) : undefined);
  }

  const toggle = () => (session.state === "still" ? go() : still());

  function skip(by) {
    if (!session) return;
    const { state, span, plan: now } = session;
    const place = ListeningQueue.skip(now, session.place, by, heard);
    if (!place) return;
    if (span?.to !== undefined) Object.assign(now, { from: undefined, to: undefined });
    Object.assign(session, { place, span: null, over: false });
    ListeningSounds.hold();
    if (state !== "still") return hear();
    ListeningLines.light(here().id, here().tag);
    tell();
  }

  /** A to B over and over: the first press says where it begins, the second where it ends, the third ends it. In a recording
      these are moments, else sentences. */
  function loop() {
    const { plan: now, place, span } = session;
    const row = ListeningSounds.rowFor(here().id, here().tag);
    if (span?.to !== undefined || now.to !== undefined) {
      session.span = null;
      Object.assign(now, { from: undefined, to: undefined });
      if (session.state !== "still") hear(row ? ListeningSounds.time(row) : undefined);
    } else if (now.from === undefined) {
      now.from = place.at;
      session.span = row ? { row, from: ListeningSounds.time(row) } : null;
    } else if (span && span.row === row && Math.abs(ListeningSounds.time(row) - span.from) > 0.2) {
      const moments = [span.from, ListeningSounds.time(row)].sort((a, b) => a - b);
      session.span = { row, from: moments[0], to: moments[1] };
      around();
    } else {
      session.span = null;
      [now.from, now.to] = [now.from, place.at].sort((a, b) => a - b);
    }
    tell();
  }

  /** Hear a part of a recording over and over; the light goes along. */
  function around() {
    quiet();
    const mine = ++run;
    const { row, from, to } = session.span;
    const { rate } = ListeningAsked.choices();
    ListeningSpeech.stop();
    ListeningSounds.hold();
    session.state = "sounding";
    const failed = () => mine === run && still();
    ListeningSounds.play(row, [from, to], rate, { done: () => mine === run && around(), failed, tick: (time) => mine === run && follow(row, time) });
    tell();
  }

  function follow(row, time) {
    const at = session.plan.ids.indexOf(ListeningCues.at(row, time));
    if (at < 0 || at === session.place.at) return;
    session.place = { ...session.place, at };
    ListeningLines.light(here().id, here().tag);
    tell();
  }

  /** Somebody pressed a player's own button, or moved its handle. */
  function started(row, time) {
    const id = ListeningCues.at(row, time);
    const all = ListeningLines.ids;
    if (!id || !all.includes(id)) return;
    if (session?.plan.ids.includes(id) && session.plan.tags.includes(row.language)) {
      session.place = { at: session.plan.ids.indexOf(id), turn: 0, part: session.plan.tags.indexOf(row.language) };
    } else {
      const made = { ids: all, tags: [row.language], times: times(), strict: true };
      session = { plan: made, place: { at: all.indexOf(id), turn: 0, part: 0 }, state: "still", span: null };
      ListeningBar.show({ toggle, skip, loop, end, set, voice, tell });
    }
    session.span = null;
    hear(time);
  }

  function paused() {
    if (session?.state !== "sounding") return;
    quiet();
    session.state = "still";
    tell();
  }

  /** Change how it is listened. What is heard goes on, unless it can be heard no more. */
  function set(name, value) {
    ListeningAsked.set(name, value);
    const before = session.plan;
    session.plan = { ...before, times: times(), tags: name === "order" ? plan([]).tags : before.tags };
    const place = ListeningQueue.moved(session.plan, session.place, before, heard);
    if (!place) return end();
    const same = session.plan.tags[place.part] === before.tags[session.place.part] && place.at === session.place.at;
    session.place = place;
    const { id, tag } = here();
    if (name === "rate" && ListeningSounds.rowFor(id, tag)) ListeningSounds.faster(value);
    else if (session.state !== "still" && (!same || name === "rate" || name === "voices")) hear();
    tell();
  }

  const voice = (tag, uri) => set("voices", { ...ListeningAsked.choices().voices, [ListeningVoices.spoken(tag)]: uri });

  function tell() {
    if (!session) return;
    const { id, tag } = here();
    const { plan: now, span, state } = session;
    const loops = span?.to !== undefined || now.to !== undefined ? "on" : now.from !== undefined ? "begun" : "off";
    ListeningSystem.tell(ListeningLines.said(id, tag).slice(0, 120), state !== "still");
    ListeningBar.tell({ playing: state !== "still", loop: loops, place: ListeningLines.place(id), tag, choices: ListeningAsked.choices(), orders: ListeningAsked.orders(), order: now.tags.join(","), voices: ListeningAsked.voices() });
  }

  /** Listen no more. False when nothing was listened to. */
  function end() {
    if (!session) return false;
    const { id } = here();
    still();
    session = null;
    ListeningLines.light("");
    ListeningSystem.tell(null);
    ListeningBar.hide(id);
    return true;
  }

  ListeningSounds.take(Reader.take(`audio/${Reader.document}`));
  ListeningSounds.watch({ started, paused });
  Reader.endListening = end;
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", () => tell());
  Reader.settings.onChange(() => tell());

  /** Follow a player of the page that sounds already. */
  function join(player) {
    const row = ListeningSounds.all().find((one) => one.section === player.dataset.section && one.language === player.dataset.language);
    if (row && !player.paused) started(row, player.currentTime);
  }

  Reader.listening = { begin, join, toggle: () => Boolean(session) && (toggle(), true) };
})();
