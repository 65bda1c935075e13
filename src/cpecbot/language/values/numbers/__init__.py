"""What numbers are put together from: the sum under way, parts of a whole, figures in groups."""
