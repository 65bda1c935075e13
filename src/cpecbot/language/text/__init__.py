"""Words and letters: folding with its offsets, tokens, inflection, names across scripts, which language it is."""
