/* The keys and the lock screen of the computer, where the browser hands them on. */
const ListeningSystem = (() => {
  "use strict";

  const session = () => navigator.mediaSession;

  /** Take the system's keys: { play, pause, previoustrack, nexttrack, stop }. */
  function take(acts) {
    if (!session()) return;
    for (const [name, act] of Object.entries(acts)) {
      try {
        session().setActionHandler(name, act);
      } catch {
        // a browser that does not know the key has none to give
      }
    }
  }

  /** Say what is heard; null for nothing. */
  function tell(title, playing) {
    if (!session()) return;
    session().metadata = title === null || !globalThis.MediaMetadata ? null : new MediaMetadata({ title, artist: document.title });
    session().playbackState = title === null ? "none" : playing ? "playing" : "paused";
  }

  return { take, tell };
})();
