"""Office formats besides .docx: each is translated into what the walk over Word reads."""
