"""Near-paraphrases of different sources, aligned unit by unit, and what differs in them."""
