"""What goes over the wire: addresses, messages, button data, links, and what Telegram answers."""
