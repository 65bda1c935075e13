"""Words and letters: folding with its offsets, tokens, lemmas, names across scripts, which language it is."""
