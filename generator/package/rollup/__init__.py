"""The package of the level above, made of those below.

In: the packages of counties as read (a Word file as the form in it), the package of the city as it
stands, their kind. Out: what each value of the city's package would be, of which cells it is made,
who lacks one, and the files with what is settled. Must not know where files lie, nor print.
"""

from generator.package.rollup.county import County
from generator.package.rollup.county_rows import counties_before
from generator.package.rollup.county_table import county_table
from generator.package.rollup.county_workbook import table_workbook
from generator.package.rollup.faults import absent_faults, county_faults, number_faults, size_faults
from generator.package.rollup.level_faults import level_faults
from generator.package.rollup.rolling import RolledUp, roll_up
from generator.package.rollup.word_form import county_of_word
from generator.package.rollup.writing import rolled_files

__all__ = [
    "County",
    "RolledUp",
    "absent_faults",
    "counties_before",
    "county_faults",
    "county_of_word",
    "county_table",
    "level_faults",
    "number_faults",
    "roll_up",
    "rolled_files",
    "size_faults",
    "table_workbook",
]
