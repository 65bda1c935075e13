"""What a person sees: answers, articles, lists and settings."""
