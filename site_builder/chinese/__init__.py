"""What is known of Chinese for those who learn it: scripts, words, readings, levels, meanings.

All is done on a Simplified copy of the text and carried back by offset, because the dictionaries of the packages are
Simplified: on the report it cuts the faults in words from 65 to 22 and those in readings from 8 to 1.
"""
