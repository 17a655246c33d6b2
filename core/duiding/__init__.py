"""Reading the outcome: where a figure comes from, how sure it is, and whether the model fits the national figures."""
