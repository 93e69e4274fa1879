"""Pages of letters, lines and pictures → Document, whatever file or picture they come from."""
