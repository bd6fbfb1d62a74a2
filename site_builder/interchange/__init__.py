"""What the bitext forms that are read (`sources`) and those that are written (`outputs`) have in common."""
