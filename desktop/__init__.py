"""What the user sees: the only place with Qt. It shows and asks; it never computes."""
