/* The pages of a long document: walking goes on from one to the next, and a place that is on none of these goes by way
 * of the front page, which knows where it is. */
"use strict";

(() => {
  /** Go to the next page (1) or the one before (-1), to the `line` or `pair` where walking goes on; false at the ends. */
  Reader.turn = (by, where) => {
    const link = document.querySelector(`.neighbours a[rel="${by > 0 ? "next" : "prev"}"][data-line]`);
    if (!link) return false;
    const url = new URL(link.href);
    url.hash = link.dataset[where];
    location.href = url.href;
    return true;
  };

  /** Whether a place is on this page, or would be if it were anywhere: a segment beyond the end of its paragraph. */
  const here = (id) => {
    const first = id.split(":")[0];
    return [id, first, first.replace(/-\d+$/, ""), first.replace(/^r(.*?)(-\d+)?$/, "n$1")].some((each) => document.getElementById(each));
  };

  /** Only what looks counted leaves: any other hash is no reason to take the page away. */
  const leave = () => {
    const id = Reader.fragment(location.hash);
    if (/^[spnr]\d+(-\d+)?(:.*)?$/.test(id) && !here(id)) location.replace(`index.html${location.search}${location.hash}`);
  };

  if (document.querySelector("reader-place[data-since]")) {
    addEventListener("hashchange", leave);
    Reader.on("start", leave);
  }
})();
