/* What the page says to its worker, and how much bytes are. */
const OfflineTalk = (() => {
  "use strict";

  const UNITS = [[1 << 20, "MB"], [1 << 10, "kB"]];

  /** A promise of the worker's answer to a question; `tell` hears what is said meanwhile. */
  function ask(worker, question, tell = () => {}) {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => ("answer" in data ? (port1.close(), resolve(data.answer)) : tell(data));
      worker.postMessage(question, [port2]);
    });
  }

  /** The same, of the worker that is at work here, as soon as there is one. */
  const asked = async (question, tell) => ask((await navigator.serviceWorker.ready).active, question, tell);

  /** A number of bytes as people say it: 34 kB. As in rendering/downloads.py. */
  function said(size) {
    const [unit, name] = UNITS.find(([unit]) => size >= unit) ?? [1, "B"];
    return `${(size / unit).toFixed(size < 10 * unit && unit > 1 ? 1 : 0)} ${name}`;
  }

  return { ask, asked, said };
})();
