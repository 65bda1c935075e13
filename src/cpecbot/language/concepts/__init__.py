"""The glossary: what words of different languages have in common, and where a text speaks of it."""
