"""What lives as long as the bot runs, and what every handler can reach."""
