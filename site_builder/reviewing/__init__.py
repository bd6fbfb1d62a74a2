"""The review page of `serve`: what it shows of a document, what it sends back, and the file this becomes."""
