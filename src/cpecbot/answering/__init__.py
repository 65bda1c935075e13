"""Choosing quotes, refusing, follow-ups; the only maker of quotes and answers."""
