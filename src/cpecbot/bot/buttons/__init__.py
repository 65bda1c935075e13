"""Buttons: which stand under what, what each carries, and what a press on one does."""
