"""What the numbers of a sentence count or measure, of what, and as of when."""
