"""What learners are told of English, where WordNet is installed."""
