"""From an ``Answer`` to what people and programs read."""
