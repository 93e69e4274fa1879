"""Record → a Word form, blank or filled."""
