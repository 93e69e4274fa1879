"""Word files (.docx): their parts as a Document."""
