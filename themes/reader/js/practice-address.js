/* What an exercise or a worksheet is, as the query of its address, and back. What is not well formed is as if not there. */
const PracticeAddress = (() => {
  "use strict";

  const PLACE = /^p\d+(?:-\d+)?$/;
  const NAME = /^[\p{L}\p{N}._-]{1,60}$/u;

  const FIELDS = {
    task: NAME,
    kind: NAME,
    from: PLACE,
    to: PLACE,
    side: /^[A-Za-z0-9-]{2,35}$/,
    list: NAME,
    level: /^\d{1,2}$/,
    count: /^[1-9]\d?$/,
    hints: /^(?:on|off)$/,
    script: /^(?:hant|hans)$/,
    readings: /^(?:off|pinyin|zhuyin|jyutping)$/,
    grid: /^(?:tian|mi)$/,
    paper: /^(?:a4|letter)$/,
    seed: /^[A-Za-z0-9]{1,12}$/,
  };

  /** The fields of an address that can be understood, as texts. */
  const read = (search) => {
    const query = new URLSearchParams(search);
    return Object.fromEntries(Object.entries(FIELDS).flatMap(([name, form]) => (form.test(query.get(name) ?? "") ? [[name, query.get(name)]] : [])));
  };

  /** The query that says so, and after it what an address asks of any page (`more`); fields that are empty are left out, and
   *  always in one order. */
  const write = (fields, more = "") => {
    const own = Object.keys(FIELDS).flatMap((name) => (fields[name] != null && fields[name] !== "" ? [[name, String(fields[name])]] : []));
    return String(new URLSearchParams([...own, ...[...new URLSearchParams(more)].filter(([name]) => !(name in FIELDS))]));
  };

  return { read, write };
})();
