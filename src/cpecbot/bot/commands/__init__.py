"""What begins with a slash: which commands there are, what each does, and the menu that lists them."""
