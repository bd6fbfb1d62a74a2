"""Electronic books: one document as EPUB 3.

`volume` tells it: the document is laid out in files (`layout`), each pair becomes XHTML (`passages`), its links and
notes lead to places in these files (`ways`), and all is packed with what reading systems are told (`packing`). `ruby`
puts readings over the words. What the files look like is the theme's: `templates/ebook/`.

Written after EPUB 3.3 (W3C, 2023), the DPUB-ARIA module, and EPUB Accessibility 1.1.
"""
