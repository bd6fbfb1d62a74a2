/* The bar of the listener: play and pause, the sentence before and the next, speed, order, repetition; voices behind a button. */
const ListeningBar = (() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const PICTURES = {
    previous: "M6 5v10M15 5l-6.5 5 6.5 5z",
    next: "M14 5v10M5 5l6.5 5L5 15z",
    play: "M6.5 4.5v11l9-5.5z",
    pause: "M7 5v10M13 5v10",
    loop: "M4 9a5 5 0 0 1 5-4h6m-2.5-2.5L15 5l-2.5 2.5M16 11a5 5 0 0 1-5 4H5m2.5 2.5L5 15l2.5-2.5",
    more: "M4 6h6M14 6h2M4 14h2M10 14h6M12 4v4M8 12v4",
    end: "m5.5 5.5 9 9m0-9-9 9",
  };
  const NAMES = {
    ".previous": "listening.previous",
    ".next": "listening.next",
    ".more": "listening.more",
    ".panel": "listening.more",
    ".end": "listening.end",
    ".rate": "listening.rate",
    ".order": "listening.order",
    ".times": "listening.times",
  };
  const LOOPS = { off: "listening.loop-off", begun: "listening.loop-begun", on: "listening.loop-on" };
  let bar = null;
  let acts = {};

  function picture(name) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 20 20");
    svg.setAttribute("aria-hidden", "true");
    svg.append(document.createElementNS(SVG, "path"));
    svg.firstChild.setAttribute("d", PICTURES[name]);
    return svg;
  }

  function button(name, act) {
    const made = Reader.make("button", { type: "button", class: `plain ${name}` }, picture(name));
    made.addEventListener("click", act);
    return made;
  }

  function select(name, act) {
    const made = Reader.make("select", { class: name, id: `listening-${name}` });
    made.addEventListener("change", () => act(made.value));
    return made;
  }

  /** Show the bar; `wanted` has what its controls do. */
  function show(wanted) {
    acts = wanted;
    if (bar) return;
    const { make } = Reader;
    const main = make("div", { class: "main" }, button("previous", () => acts.skip(-1)), button("play", () => acts.toggle()), button("next", () => acts.skip(1)), make("p", { class: "place" }), button("loop", () => acts.loop()), button("more", () => {}), button("end", () => acts.end()));
    const tools = make("div", { class: "tools" }, select("rate", (value) => acts.set("rate", Number(value))), select("order", (value) => acts.set("order", value)), select("times", (value) => acts.set("times", Number(value))));
    bar = make("section", { class: "listening" }, main, tools);
    const panel = make("div", { id: "listening-panel", class: "panel", popover: "auto", role: "dialog" });
    bar.append(panel);
    bar.querySelector(".more").setAttribute("popovertarget", panel.id);
    bar.querySelector(".play").setAttribute("aria-keyshortcuts", "l");
    document.body.append(bar);
    words();
  }

  const options = (values, said, now) =>
    values.map((value) => {
      const option = Reader.make("option", { value }, said(value));
      option.selected = String(value) === String(now);
      return option;
    });

  const rateName = (rate) => `${rate} ×`;
  const timesName = (times) => (times ? Reader.t(times === 1 ? "listening.once" : "listening.times-n").replace("{n}", times) : Reader.t("listening.ever"));
  const waitName = (wait) => (wait < 0 ? Reader.t("listening.wait-same") : wait ? Reader.t("listening.wait-seconds").replace("{n}", wait) : Reader.t("listening.wait-none"));
  const tongue = (tag) => [...document.querySelectorAll("reader-views label span[lang]")].find((one) => one.lang === tag)?.textContent ?? tag;
  const orderName = (order) => order.split(",").map(tongue).join(" → ");

  /** Say everything in the language of the interface. */
  function words() {
    if (!bar) return;
    bar.setAttribute("aria-label", Reader.t("listen"));
    for (const [part, key] of Object.entries(NAMES)) bar.querySelector(part).setAttribute("aria-label", Reader.t(key));
    acts.tell?.();
  }

  /** Show how things stand: { playing, loop, place, tag, choices, orders, voices }. */
  function tell(state) {
    if (!bar) return;
    const play = bar.querySelector(".main > button:nth-child(2)");
    play.replaceChildren(picture(state.playing ? "pause" : "play"));
    play.setAttribute("aria-label", Reader.t(state.playing ? "listening.pause" : "listening.play"));
    const loop = bar.querySelector(".loop");
    loop.dataset.state = state.loop;
    loop.setAttribute("aria-label", Reader.t(LOOPS[state.loop]));
    loop.setAttribute("aria-pressed", String(state.loop !== "off"));
    bar.querySelector(".place").replaceChildren(`¶ ${state.place}`, Reader.make("small", Reader.speaks(state.tag), tongue(state.tag)));
    fill("rate", ListeningChoices.RATES, rateName, state.choices.rate);
    fill("order", state.orders, orderName, state.order);
    fill("times", ListeningChoices.TIMES, timesName, state.choices.times);
    bar.querySelector(".order").hidden = state.orders.length < 2;
    panel(state);
  }

  function fill(name, values, said, now) {
    const list = bar.querySelector(`select.${name}`);
    const key = JSON.stringify([values, Reader.lang]);
    if (list.dataset.filled !== key) list.replaceChildren(...options(values, said, now));
    list.dataset.filled = key;
    list.value = String(now);
  }

  /** The panel: a pause between sentences, and a voice for each language that no recording reads. */
  function panel({ choices, voices }) {
    const { make, t } = Reader;
    const box = bar.querySelector(".panel");
    if (box.matches(":popover-open") && box.contains(document.activeElement)) return;
    const wait = select("wait", (value) => acts.set("wait", Number(value)));
    wait.append(...options(ListeningChoices.WAITS, waitName, choices.wait));
    const rows = voices.map((one) => row(make("span", Reader.speaks(one.tag), tongue(one.tag)), ...voice(one)));
    box.replaceChildren(make("h2", {}, t("listening.more")), row(t("listening.wait"), wait), ...rows);
  }

  const row = (name, ...controls) => Reader.make("p", { class: "choice" }, controls[0].id ? Reader.make("label", { for: controls[0].id }, name) : name, ...controls);

  /** What reads a language: a voice to be chosen, or the recording, or nothing. */
  function voice({ tag, recorded, found, chosen, doubtful }) {
    const { make, t } = Reader;
    if (recorded) return [make("span", {}, t("listening.recorded"))];
    if (!found.length) return [make("span", {}, t("listening.voiceless"))];
    const list = select(`voice-${tag}`, (value) => acts.voice(tag, value));
    const uris = found.map((each) => each.voiceURI);
    list.append(...options(uris, (uri) => found[uris.indexOf(uri)].name, chosen?.voiceURI));
    return doubtful ? [list, make("small", {}, t("listening.doubtful"))] : [list];
  }

  /** Take the bar away; the focus, if it has it, goes to the sentence that was heard last. */
  function hide(id) {
    const inside = bar?.contains(document.activeElement);
    bar?.remove();
    bar = null;
    if (inside && id) Reader.stand(id);
  }

  Reader.on("words", words);

  return { show, tell, hide, focus: () => bar?.querySelector(".main > button:nth-child(2)").focus() };
})();
