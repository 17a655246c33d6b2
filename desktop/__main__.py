"""`python -m desktop` is the program."""

from desktop.opdrachten import main

raise SystemExit(main())
