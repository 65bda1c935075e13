"""Adding an article by its address."""
