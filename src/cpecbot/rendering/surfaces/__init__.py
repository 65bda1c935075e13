"""Where an answer is read: Telegram, a terminal, Markdown, JSON."""
