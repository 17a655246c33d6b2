"""All benchmarks, one after another: ratios within one run, for machines are noisy."""

from importlib import import_module

for naam in ("waarde", "trekkingen", "duiding", "werkboek", "venster", "toets", "geheugen", "rekenmachines"):
    import_module(f"tests.benchmarks.bench_{naam}").main()
