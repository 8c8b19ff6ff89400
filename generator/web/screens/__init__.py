"""The screens of the workbench, one module each, with a coroutine ``show(session)``.

In: a ``Session`` (which package, which screen, what the address says). Out: elements in the frame
that ``web.shell`` has opened. Must not know one another, the server, nor how a job does its work.
"""
