"""The bot's own words in five languages."""
