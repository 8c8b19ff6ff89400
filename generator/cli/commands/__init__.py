"""One module a command, with a click command of its name; ``cli.main`` loads the one called.

In: the words of a call. Out: what the job of that name says, printed, and the exit status. Must not
know: how anything is done, the other commands.
"""
