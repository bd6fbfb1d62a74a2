"""The index of the search: which pairs and notes hold which terms, in files that a page can load a few of.

A unit is a pair or a note; units are numbered over the whole library in reading order. What is found by an index is
only a candidate: the page checks the text itself, so an index may promise too much and must never promise too little.
"""
