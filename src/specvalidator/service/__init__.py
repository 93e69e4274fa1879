"""The checks over HTTP, with a page for people: `specvalidator serve`. Needs the extra `server`."""
