"""The workbench in the browser: screens alone, what they do is done by jobs.

In: a folder of packages, and what a person types, drops and clicks. Out: pages on 127.0.0.1.
Must not know a stage, nor decide what is written where: that is the jobs' part. NiceGUI
(extra ``workbench``) is known here alone.
"""
