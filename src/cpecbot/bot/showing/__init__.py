"""What a person sees: answers, screens and the buttons under them."""
