"""The grid of 填数: a sheet that several windows fill in, cell by cell, block by block.

In: what people type, paste and take back, with the state of the sheet that they saw. Out: a change
of the sheet by the jobs of ``desk``, the cells that could not be written, shown in every window.
Must not know what a cell may hold: the jobs say it.
"""
