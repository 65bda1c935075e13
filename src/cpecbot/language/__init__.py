"""What is known of the languages: folding, sentences, tokens, lemmas, values, names, concepts."""
