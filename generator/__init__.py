"""nigao (拟稿): writes the annual self-assessment report of a county from structured data.

In: a data package (package/). Out: a Word file laid out to GB/T 9704-2012, and the same file again
after data and people changed. The rooms and who may know whom: ARCHITECTURE.md.
"""
