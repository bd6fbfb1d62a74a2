"""A document as one HTML file that asks nothing of anybody: its text, the theme's styles and scripts, its pictures, and
the data that scripts load.

1. `contents` lists the scripts that the page may ask for: the theme's, what the search reads, words and meanings.
2. `packing` makes one text of them, compressed, which `js/inside.js` opens in the page.
3. `ways` says where links and pictures lead, `policy` what the page lets run, `page` puts everything together.
"""
