"""From the pieces of a text to its draft: headings, notes and title block found, languages told apart, pieces paired."""
