"""Both edges of every band of every table, typed a second time."""

import pytest

from mingjian.programme.rules.audit_time.tables import table_days
from mingjian.programme.tests.audit_times import rulebook

BOOK = rulebook()

# Upper edge of the band; QMS; EMS high, medium, low, limited; OHSMS high, medium, low; ISMS.
SECOND = """
5      1.5   3.0  2.5  2.5  2.5   3.0  2.5  2.5   5.0
10     2.0   3.5  3.0  3.0  3.0   3.5  3.0  3.0   5.0
15     2.5   4.5  3.5  3.0  3.0   4.5  3.5  3.0   6.0
25     3.0   5.5  4.5  3.5  3.0   5.5  4.5  3.5   7.0
45     4.0   7.0  5.5  4.0  3.0   7.0  5.5  4.0   8.5
65     5.0   8.0  6.0  4.5  3.5   8.0  6.0  4.5   10.0
85     6.0   9.0  7.0  5.0  3.5   9.0  7.0  5.0   11.0
125    7.0   11.0 8.0  5.5  4.0   11.0 8.0  5.5   12.0
175    8.0   12.0 9.0  6.0  4.5   12.0 9.0  6.0   13.0
275    9.0   13.0 10.0 7.0  5.0   13.0 10.0 7.0   14.0
425    10.0  15.0 11.0 8.0  5.5   15.0 11.0 8.0   15.0
625    11.0  16.0 12.0 9.0  6.0   16.0 12.0 9.0   16.5
875    12.0  17.0 13.0 10.0 6.5   17.0 13.0 10.0  17.5
1175   13.0  19.0 15.0 11.0 7.0   19.0 15.0 11.0  18.5
1550   14.0  20.0 16.0 12.0 7.5   20.0 16.0 12.0  19.5
2025   15.0  21.0 17.0 12.0 8.0   21.0 17.0 12.0  21.0
2675   16.0  23.0 18.0 13.0 8.5   23.0 18.0 13.0  22.0
3450   17.0  25.0 19.0 14.0 9.0   25.0 19.0 14.0  23.0
4350   18.0  27.0 20.0 15.0 10.0  27.0 20.0 15.0  24.0
5450   19.0  28.0 21.0 16.0 11.0  28.0 21.0 16.0  25.0
6800   20.0  30.0 23.0 17.0 12.0  30.0 23.0 17.0  26.0
8500   21.0  32.0 25.0 19.0 13.0  32.0 25.0 19.0  27.0
10700  22.0  34.0 27.0 20.0 14.0  34.0 27.0 20.0  28.0
"""
COLUMNS = (
    ("QMS", ""),
    ("EMS", "high"),
    ("EMS", "medium"),
    ("EMS", "low"),
    ("EMS", "limited"),
    ("OHSMS", "high"),
    ("OHSMS", "medium"),
    ("OHSMS", "low"),
    ("ISMS", ""),
)
ROWS = [[float(cell) for cell in line.split()] for line in SECOND.strip().splitlines()]
EDGES = [
    (people, scheme, complexity, row[1 + place])
    for number, row in enumerate(ROWS)
    for people in (int(ROWS[number - 1][0]) + 1 if number else 1, int(row[0]))
    for place, (scheme, complexity) in enumerate(COLUMNS)
]


def test_the_second_typing_covers_every_edge() -> None:
    assert len(EDGES) == 23 * 2 * 9


def test_both_edges_of_every_band_of_every_table() -> None:
    wrong = [
        f"{scheme} {complexity} {people}: {float(found):g}, not {days:g}"
        for people, scheme, complexity, days in EDGES
        if (found := table_days(BOOK, scheme, complexity, people)[0]) != days
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("people", "days"), [(10_701, 23), (12_900, 23), (12_901, 24), (15_101, 25)]
)
def test_beyond_the_table_the_progression_goes_on(people: int, days: int) -> None:
    found, cited = table_days(BOOK, "QMS", "", people)
    assert found == days
    assert cited.source == "M"
