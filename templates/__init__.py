"""The report kinds, as data: this package only makes them part of a wheel."""
