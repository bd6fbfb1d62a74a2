"""Turn a bilingual text into a static site where every sentence stands beside its translation."""
