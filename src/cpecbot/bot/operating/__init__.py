"""Running the bot: its handlers in order, its start and end, its failures, its logs."""
