/* SHA-256 (FIPS 180-4). Browsers have it only on pages that came over https, and only as a promise. Names no document. */
const Digest = (() => {
  "use strict";

  const PRIMES = [];
  for (let number = 2; PRIMES.length < 64; number++) if (PRIMES.every((prime) => number % prime)) PRIMES.push(number);

  /** The first 32 bits behind the point of a number's square or cube root. Whole numbers, so that they are exact. */
  function fraction(number, degree) {
    const wanted = BigInt(number) << BigInt(32 * degree);
    let root = BigInt(Math.floor(number ** (1 / degree) * 2 ** 32));
    const power = BigInt(degree);
    while (root ** power > wanted) root -= 1n;
    while ((root + 1n) ** power <= wanted) root += 1n;
    return Number(root & 0xffffffffn);
  }

  let constants;
  const turned = (word, by) => (word >>> by) | (word << (32 - by));

  /** The digest of a text in UTF-8, as hexadecimal digits. */
  function sha256(text) {
    constants ??= { start: PRIMES.slice(0, 8).map((prime) => fraction(prime, 2)), rounds: PRIMES.map((prime) => fraction(prime, 3)) };
    const view = padded(new TextEncoder().encode(text));
    const state = Int32Array.from(constants.start);
    for (let at = 0; at < view.byteLength; at += 64) block(state, view, at);
    return [...new Uint32Array(state.buffer)].map((word) => word.toString(16).padStart(8, "0")).join("");
  }

  /** The bytes, a one, zeros, and how many bits they are, in blocks of 64 bytes. */
  function padded(bytes) {
    const all = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
    all.set(bytes);
    all[bytes.length] = 0x80;
    const view = new DataView(all.buffer);
    view.setUint32(all.length - 8, Math.floor(bytes.length / 2 ** 29));
    view.setUint32(all.length - 4, (bytes.length * 8) >>> 0);
    return view;
  }

  function block(state, view, start) {
    const words = new Int32Array(64);
    for (let at = 0; at < 16; at++) words[at] = view.getInt32(start + at * 4);
    for (let at = 16; at < 64; at++) {
      const [early, late] = [words[at - 15], words[at - 2]];
      const first = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
      const second = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
      words[at] = words[at - 16] + first + words[at - 7] + second;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let at = 0; at < 64; at++) {
      const chosen = (e & f) ^ (~e & g);
      const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + constants.rounds[at] + words[at]) | 0;
      const most = (a & b) ^ (a & c) ^ (b & c);
      const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0;
      [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] += word));
  }

  return { sha256 };
})();
