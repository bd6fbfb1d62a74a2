"""Books on paper: one document as PDF.

`volume` tells it: each pair becomes HTML (`passages`), its links and notes lead to places in the book (`ways`), a
template of the theme makes the whole (`templates/paper/`), and `press` sets it in pages with WeasyPrint.

Written after CSS Generated Content for Paged Media (W3C, 2014) and PDF/UA-1 (ISO 14289-1).
"""
