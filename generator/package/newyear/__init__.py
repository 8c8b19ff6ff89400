"""Next year's package out of this year's.

In: the files of a package as read, and its kind with the catalogue of the new year. Out: the files
of the new package, structure and standing text kept, figures and facts emptied, and what a person
should do next. Knows nothing of where packages lie or how they are written.
"""

from generator.package.newyear.making import NewPackage, is_apart, link, make
from generator.package.newyear.next_steps import TODO, steps_in
from generator.package.newyear.rolled_rows import form_note
from generator.package.newyear.rolled_texts import confirmed, is_carried

__all__ = [
    "TODO",
    "NewPackage",
    "confirmed",
    "form_note",
    "is_apart",
    "is_carried",
    "link",
    "make",
    "steps_in",
]
