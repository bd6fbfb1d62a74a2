"""From the pieces of a text to its draft: notes and title found, languages told apart, pieces paired."""
