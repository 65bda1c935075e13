"""Which of the values of a sentence belongs to what a question asks about."""
