"""The parts of a status: what is known of a package, whom it concerns, its tables, its JSON.

In: a draft with what the check finds in it. Out: how far its package is, as a value, as tables, as
JSON. ``jobs.status`` puts them together; a part knows neither the command nor what is printed.
"""
