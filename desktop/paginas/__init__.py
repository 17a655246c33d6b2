"""The pages, one per step of the work."""
