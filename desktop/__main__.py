"""`python -m desktop` is the program."""

from desktop.programma import main

raise SystemExit(main())
