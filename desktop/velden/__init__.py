"""What is typed in: fields, rows, and numbers between text and plan."""
