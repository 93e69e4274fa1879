"""What a folder keeps for the command line: settings and waivers."""
