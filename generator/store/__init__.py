"""What was written before, and files written whole or not at all; used by ``jobs`` alone.

In: bytes and JSON with the package that they belong to. Out: files on the disk, and what stood
there before. Must not know the format of a file, nor decide what may be written over what.
"""

from generator.store.disk import append, create_folder, replace_file, sweep
from generator.store.guarded import replace_unchanged
from generator.store.history import (
    folder,
    keep_backup,
    keep_copy,
    last_matters,
    present,
    read_edited,
    refuse_open,
    remember,
    save_base,
    save_matters,
    stored_base,
    stored_bases,
    stored_heads,
    stored_matters,
    write_over,
    written_by_us,
)

__all__ = [
    "append",
    "create_folder",
    "folder",
    "keep_backup",
    "keep_copy",
    "last_matters",
    "present",
    "read_edited",
    "refuse_open",
    "remember",
    "replace_file",
    "replace_unchanged",
    "save_base",
    "save_matters",
    "stored_base",
    "stored_bases",
    "stored_heads",
    "stored_matters",
    "sweep",
    "write_over",
    "written_by_us",
]
