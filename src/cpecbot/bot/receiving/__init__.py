"""Which update means what: questions, commands, presses."""
