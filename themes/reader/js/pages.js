/* On the front page of a long document, before anything of it is shown: an address that names a place on another page
 * leads there, so that links into the document hold however it is cut. */
"use strict";

(() => {
  const rows = JSON.parse(document.getElementById("pages").textContent);

  const place = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  };

  const forward = () => {
    const name = PageMap.find(rows, place());
    if (name) location.replace(`${name}.html${location.search}${location.hash}`);
  };

  addEventListener("hashchange", forward);
  forward();
})();
