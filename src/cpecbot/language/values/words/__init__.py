"""What a language's files say of numbers, units and dates, compiled to tables of phrases."""
