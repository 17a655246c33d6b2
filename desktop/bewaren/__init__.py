"""Plans and workbooks in and out, and nothing lost on the way."""
