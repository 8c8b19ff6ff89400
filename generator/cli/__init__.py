"""The command line: words in, words out.

In: the words of a call, and the clock. Out: what a job says, printed, and the exit status.
Must not know a stage, nor decide what is written where: that is the jobs' part.
"""
