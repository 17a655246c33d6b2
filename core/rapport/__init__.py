"""Door 3: what people read outside the window and the workbook."""
