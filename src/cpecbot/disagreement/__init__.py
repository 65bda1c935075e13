"""Claims, their alignment, and where the sources part ways."""
