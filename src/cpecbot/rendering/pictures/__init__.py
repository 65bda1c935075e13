"""What is looked at: the coverage as a chart, an answer as a page like a Telegram chat."""
