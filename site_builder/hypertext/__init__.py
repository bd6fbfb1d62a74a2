"""HTML and what becomes HTML (DOCX, EPUB): from elements to passages of text, to pieces, to blocks.

elements   bytes to a tree, read safely; names and attributes whether it is HTML or XHTML
footnotes  which links are marks of notes, which elements the notes they lead to
inline     what stands in a line: its text with spans
passages   headings, paragraphs, list items, tables … in order
inking     passages as pieces, so that texts in turn are told apart by the rules of plain text
grids      tables as rows of cells
columns    which tables have a language in each column
rows       their rows as pairs
in_turn    a whole file to a draft
"""
