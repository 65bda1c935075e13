"""What a question asks for, and what is said to a bot that is no question."""
