"""Tables of others: taakstelling, CBS, beschikking. The figures are made up.

The exact headings of the annex of the taakstelling and of a beschikking are not public; these are in the shape that
people describe. Those of StatLine (codes of periods, spaces behind codes, `.` for unknown) are public.
"""

from __future__ import annotations

from tests.overname.gevallen.geval import Geval, boek, komma

HALF = ("1e halfjaar 2026", "2e halfjaar 2026", "1e halfjaar 2027", "2e halfjaar 2027")
STATLINE = """
"ID";"RegioS";"Doelgroep";"Perioden";"Inburgeringsplichtigen_1";"Uitstroom_2"
"0";"GM9999  ";"T001";"2024JJ00";"       25";"       4"
"1";"GM9999  ";"T001";"2025JJ00";"       .";"       6"
"2";"GM9999  ";"G002";"2024JJ00";"       11";"       1"
"3";"GM9999  ";"G002";"2025JJ00";"       12";"       2"
"""

GEVALLEN = [
    Geval(
        "taakstelling per halfjaar",
        boek(("Gemeente", *HALF), ("Proefstad", 18, 22, 19, 20), ("Elders", 1, 2, 3, 4), blad="Taakstelling"),
        {"Proefstad": "taakstelling"},
        {"taakstelling": {2026: [18, 22], 2027: [19, 20]}},
    ),
    Geval(
        "taakstelling met helften onder het jaar",
        boek(
            ("Gemeente", 2026, None, 2027, None),
            ("", "eerste helft", "tweede helft", "eerste helft", "tweede helft"),
            ("Proefstad", 18, 22, 19, 20),
            daarna=lambda blad: [blad.merge_cells(g) for g in ("B1:C1", "D1:E1")],
        ),
        {"Proefstad": "taakstelling"},
        {"taakstelling": {2026: [18, 22], 2027: [19, 20]}},
    ),
    Geval(
        "taakstelling waarvan één helft ontbreekt",
        boek(("Gemeente", *HALF), ("Proefstad", 18, 22, 19)),
        {"Proefstad": "taakstelling"},
        {"taakstelling": {2026: [18, 22]}},
        zegt=("Van 2027 staat hier maar één helft",),
    ),
    Geval(
        "taakstelling per jaar past niet",
        boek(("Gemeente", 2026), ("Proefstad", 40)),
        {"Proefstad": "taakstelling"},
        zegt=("heeft twee halfjaren nodig",),
    ),
    Geval(
        "twee helften zijn samen een jaar instroom",
        boek(("Groep", *HALF[:3]), ("Instroom asiel", 12, 14, 9)),
        {"Instroom asiel": "instroom_asiel"},
        {"instroom_asiel": {2026: [12, 14]}},
        zegt=("Van 2027 staat hier maar één helft",),
    ),
    Geval(
        "twee helften en het hele jaar tellen niet dubbel",
        boek(("Groep", *HALF[:2], 2026), ("Instroom asiel", 12, 14, 26)),
        {"Instroom asiel": "instroom_asiel"},
        {"instroom_asiel": {2026: 26}},
    ),
    Geval(
        "een half jaar van een tarief telt niet op",
        boek(("", *HALF[:2]), ("Tarief inhuur", 80, 85)),
        {"Tarief inhuur": "inhuurtarief"},
        zegt=("een heel jaar nodig", "een heel jaar nodig"),
    ),
    Geval(
        "StatLine",
        komma(STATLINE),
        {
            "GM9999 | T001 | Inburgeringsplichtigen_1": "eerdere_instroom_asiel",
            "GM9999 | G002 | Inburgeringsplichtigen_1": "eerdere_instroom_gezin",
        },
        {"eerdere_instroom_asiel": {2024: 25}, "eerdere_instroom_gezin": {2024: 11, 2025: 12}},
        let_op=("CBS kent dit cijfer niet",),
        soort="csv",
    ),
    Geval(
        "StatLine met codes van cijfers",
        komma(
            "Geslacht;RegioS;Perioden;Aantal\n3000   ;GM9999  ;2024JJ00;25\n"
            "4000   ;GM9999  ;2024JJ00;11\n3000   ;GM9999  ;2024KW01;7"
        ),
        {"3000 | GM9999 | Aantal": "eerdere_instroom_asiel"},
        {"eerdere_instroom_asiel": {2024: 25}},
        let_op=("deel van 2024",),
        soort="csv",
    ),
    Geval(
        "StatLine met een onderverdeling die ontbreekt",
        komma("RegioS;Perioden;Aantal\nGM9999 ;2024JJ00;25\nGM9999 ;2024JJ00;11\nGM9999 ;2025JJ00;30"),
        {"GM9999 | Aantal": "eerdere_instroom_asiel"},
        {"eerdere_instroom_asiel": {2025: 30}},
        zegt=("meer regels voor hetzelfde jaar",),
        soort="csv",
    ),
    Geval(
        "StatLine met een regel zonder periode",
        komma("RegioS;Perioden;Aantal\nGM9999 ;2024JJ00;25\nGM9999 ;2025JJ00;\nGM9999 ;alle jaren;55\nBron: CBS"),
        {"GM9999 | Aantal": "eerdere_instroom_asiel"},
        {"eerdere_instroom_asiel": {2024: 25}},
        let_op=("cel C4: Bij dit getal is de periode niet te lezen",),
        soort="csv",
    ),
    Geval(
        "CBS-tabel met voorlopige cijfers en duizendtallen",
        boek(("Instroom (x 1 000)", "2024", "2025*"), ("asiel", "0,4", "0,5*")),
        {"asiel": "eerdere_instroom_asiel"},
        {"eerdere_instroom_asiel": {2024: 400, 2025: 500}},
        maal={"eerdere_instroom_asiel": 1000},
    ),
    Geval(
        "beschikking",
        boek(
            ("Specifieke uitkering inburgeringsvoorzieningen",),
            ("Besluit van 30 september 2025",),
            ("Voorlopige uitkering 2026", "€ 412.300,00"),
            ("Voorlopige uitkering 2027", 398500),
            ("Definitieve uitkering 2024", 377000),
        ),
        {"Voorlopige uitkering": "spuk_voorlopig"},
        {"spuk_voorlopig": {2026: 412300, 2027: 398500}},
    ),
    Geval(
        "beschikking met twee bedragen voor een jaar",
        boek(
            ("Voorlopige uitkering 2026", 412300),
            ("Voorlopige uitkering 2026", 398500),
            ("Voorlopige uitkering 2027", 5),
        ),
        {"Voorlopige uitkering": "spuk_voorlopig"},
        {"spuk_voorlopig": {2027: 5}},
        zegt=("meer dan één keer voor hetzelfde jaar", "meer dan één keer voor hetzelfde jaar"),
    ),
    Geval(
        "beschikking met twee bedragen achter een naam",
        boek(("Voorlopige uitkering 2026", 412300, 5), ("Voorlopige uitkering 2027", 6)),
        {"Voorlopige uitkering": "spuk_voorlopig"},
        {"spuk_voorlopig": {2027: 6}},
        let_op=("staan meer bedragen",),
    ),
]
