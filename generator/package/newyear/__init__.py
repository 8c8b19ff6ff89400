"""Next year's package out of this year's.

In: the files of a package as read, and its kind with the catalogue of the new year. Out: the files
of the new package, structure and standing text kept, figures and facts emptied, and what a person
should do next. Knows nothing of where packages lie or how they are written.
"""

from generator.package.newyear.making import NewPackage, is_apart, link, make
from generator.package.newyear.rolled_rows import form_note

__all__ = ["NewPackage", "form_note", "is_apart", "link", "make"]
