"""Where in a document the words are that a finding is about; for marked copies and pages alike."""
