"""One file a rule: what a sentence claims of numbers, parties, lists, stances and listed wordings."""
