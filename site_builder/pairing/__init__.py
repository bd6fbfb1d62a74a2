"""From a `Draft` to a `Document`: split the paragraphs, align what they were split into, name everything."""
