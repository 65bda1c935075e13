"""What a follow-up leans on: which words stand for what, what is carried along, and what gives way to what is new."""
