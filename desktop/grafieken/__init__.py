"""Charts: drawn with matplotlib beside the screen, shown as pictures with their text."""
