"""Long documents in pages: where they are cut, what stands on each page, and which page holds a place."""
