"""How a text says whose words it gives: the words for it in each language, and where they name who speaks."""
