"""What comes in: fetched or posted, read one by one, worked on, and the line to Telegram that it comes by."""
