"""Text with entities, as Telegram takes it, and as lines and blocks for everything else that shows it."""
