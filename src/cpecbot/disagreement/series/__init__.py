"""Which event of a series an article reports: the fifth round of a dialogue, the summit of 2024."""
