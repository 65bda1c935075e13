"""Messages of Telegram: whom they address, how they are sent, what a refusal means, and links into the chat."""
