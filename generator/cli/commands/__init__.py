"""One module a command, with a click command of its name; ``cli.main`` loads the one called."""
