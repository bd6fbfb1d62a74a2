"""From the model to HTML."""
