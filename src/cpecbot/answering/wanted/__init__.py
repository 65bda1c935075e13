"""What is asked for: a date, a place, a person, a count, a sum or a measure, and where a sentence tells it."""
