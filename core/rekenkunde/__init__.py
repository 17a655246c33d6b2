"""The arithmetic: rules written once, as ordinary Python, and read in five ways.

A rule is run once on symbols and leaves an expression (`uitdrukking`). That one expression is then read

- as a **value** and as an **uncertainty** (`berekening`: the same steps on floats or on numpy arrays),
- as a **formula** (`formule`: cell references, the same formula in every column),
- as a **unit** (`eenheden`: euro plus persons is an error when the model is loaded),
- as **words** (`woorden`: what stands in the manual and behind "waar komt dit vandaan?").
"""
