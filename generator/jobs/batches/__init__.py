"""The parts of a batch: one package, the workers that make many, the list of what became of each.

In: the path of a package, where its file goes. Out: one entry a package. ``jobs.batch`` puts them
together; a part knows neither how packages are found nor what is printed.
"""
