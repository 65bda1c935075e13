"""How words change their form: affixes, lemmas, spellings, and what a word of a text may be a form of."""
