"""What stands around the page: the answer on top, the steps at the left, the explanation, the findings."""
