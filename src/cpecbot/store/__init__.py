"""Entries of sentences and the index that finds them."""
