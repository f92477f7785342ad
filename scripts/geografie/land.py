"""The lie of the land: estuary, harbour, canal, dikes, woods, and the borders that people drew on it."""

from __future__ import annotations

from scripts.geografie.vorm import area, line, polygons_of, rectangle
from shapely import MultiPoint, Point, Polygon, box, unary_union, voronoi_polygons
from shapely.geometry.base import BaseGeometry

# The shore of the Oosterschuur, west to east; land lies south of it.
COAST = line(
    (-14000, 3100), (-9900, 2760), (-9000, 2640), (-8200, 2700), (-7400, 2600), (-6600, 2440), (-5900, 2290),
    (-5500, 2200), (-4900, 2180), (-4300, 2290), (-3500, 2360), (-3050, 2480), (-2750, 2600), (-2300, 2640),
    (-1600, 2620), (-1200, 2560), (-900, 2430), (-560, 2230), (-250, 2060), (200, 1960), (700, 1890), (1200, 1760),
    (1700, 1590), (2300, 1500), (3200, 1580), (4200, 1850), (5200, 2050), (6200, 2260), (7500, 2350), (9300, 2700),
    (14000, 3100),
)  # fmt: skip
SEA = Polygon([*COAST.coords, (14000, 16000), (-14000, 16000)])

HAVENGEUL = area(
    (-1130, 2760), (-1060, 2300), (-1010, 1800), (-930, 1300), (-900, 800), (-960, 200), (-990, -150), (-1000, -480),
    (-880, -480), (-780, -400), (-640, -250), (-600, -90), (-590, 60), (-620, 350), (-650, 800), (-690, 1300),
    (-680, 1800), (-600, 2450),
    times=2,
)  # fmt: skip
WESTERHAVEN = area(
    (-760, -60), (-590, -60), (-400, -150), (-250, -190), (-80, -215), (100, -270), (260, -350), (385, -400),
    (360, -510), (240, -470), (60, -400), (-250, -335), (-560, -310), (-780, -330),
    times=1,
)  # fmt: skip
OUDE_HAVEN = area((-680, 292), (-420, 268), (-225, 256), (-212, 200), (-420, 208), (-680, 214))
JACHTHAVEN = area((-720, 1540), (-520, 1560), (-400, 1620), (-390, 1760), (-480, 1800), (-720, 1760), times=1)
ZEEKANAAL = line(
    (-940, -420), (-965, -900), (-1000, -1660), (-960, -2800), (-680, -3900), (-80, -4900), (380, -5800), (700, -7600)
).buffer(56, cap_style="flat")
SCHELDEHAVEN = area(
    (-2640, 2760), (-2600, 1900), (-2560, 900), (-2520, 260), (-2180, 240), (-2200, 1000), (-2230, 1900), (-2260, 2760)
)
VLOTHAVEN = area((-2250, 1290), (-1700, 1240), (-1560, 1230), (-1560, 1030), (-1700, 1030), (-2250, 1060))
ZEEDORP_HAVEN = area((-4760, 2320), (-4740, 2060), (-4860, 2030), (-4980, 2050), (-4990, 2300))
SINGEL_LINE = line(
    (-660, 590), (-470, 730), (-330, 640), (-190, 640), (-60, 770), (110, 650), (240, 640), (440, 640), (460, 440),
    (520, 330), (680, 250), (560, 70), (580, -30), (650, -190), (480, -270), (390, -440),
    times=1,
)  # fmt: skip
SINGEL = SINGEL_LINE.buffer(19, cap_style="flat")
KREEK = unary_union(
    [
        line((1300, -4900), (1750, -4350), (2150, -4150), (2620, -4020), (2760, -3560), (3250, -3250)).buffer(34),
        line((3250, -3250), (3420, -2750), (3350, -2350), (3900, -2120), (4500, -2080), (5100, -2600)).buffer(46),
        area((2450, -4120), (2700, -4060), (2860, -3800), (2740, -3650), (2560, -3850), times=2),
    ]
)
VIJVER = area((-130, 1180), (60, 1240), (150, 1180), (120, 1080), (-20, 1050), (-120, 1090), times=2)
WIEL = area((4880, 700), (5010, 740), (5070, 660), (4980, 590), (4890, 620), times=2)  # left by a dike that broke

WATERS: list[tuple[str, str, Polygon | BaseGeometry]] = [
    ("Oosterschuur", "zee", SEA),
    ("Havengeul", "haven", HAVENGEUL),
    ("Westerhaven", "haven", WESTERHAVEN),
    ("Oude Haven", "haven", OUDE_HAVEN),
    ("Jachthaven", "haven", JACHTHAVEN),
    ("Zeekanaal", "kanaal", ZEEKANAAL),
    ("Scheldehaven", "haven", SCHELDEHAVEN),
    ("Vlothaven", "haven", VLOTHAVEN),
    ("Haven van Zeedorp", "haven", ZEEDORP_HAVEN),
    ("Singel", "gracht", SINGEL),
    ("Kreekrakse Kreek", "kreek", KREEK),
    ("Parkvijver", "vijver", VIJVER),
    ("Annawiel", "vijver", WIEL),
]
# Moles and the lock stand in the water.
MOLES = unary_union(
    [
        line((-1150, 2500), (-1190, 2800), (-1120, 3080)).buffer(16),
        line((-560, 2200), (-560, 2550), (-700, 2860)).buffer(16),
        line((-4990, 2180), (-5010, 2420), (-4880, 2520)).buffer(11),
    ]
)
SLUIS = unary_union([rectangle(-948, -560, 30, 190, 2), rectangle(-948, -472, 108, 9), rectangle(-952, -648, 108, 9)])
WATER = unary_union([shape for _, _, shape in WATERS]).difference(unary_union([MOLES, SLUIS]))

GRENS = area(
    (-9150, 6000), (-9250, 1500), (-8900, 700), (-9400, -900), (-8250, -2400), (-6500, -3200), (-5650, -4600),
    (-4250, -5350), (-2700, -6600), (-1500, -6350), (-300, -6800), (900, -6400), (1600, -6150), (3250, -5750),
    (4350, -4750), (5650, -4250), (7150, -2650), (6850, -1200), (7550, 500), (7350, 6000),
)  # fmt: skip
OFFSHORE = 150  # the gemeente ends just past the low-water line, and holds its harbours whole
GEMEENTE = max(
    polygons_of(GRENS.intersection(unary_union([GRENS.difference(SEA), COAST.buffer(OFFSHORE), MOLES.buffer(20)]))),
    key=lambda part: part.area,
)

WIJKEN: dict[str, Polygon] = {
    "Centrum": area(
        (-790, 590), (-640, 660), (-470, 755), (-330, 665), (-190, 665), (-60, 795), (110, 675), (450, 668), (490, 450),
        (700, 260), (590, 60), (680, -200), (510, -290), (440, -420), (250, -410), (60, -335), (-250, -262),
        (-560, -215), (-800, -200),
    ),
    "Noorderpark": area(
        (-790, 590), (-640, 660), (-470, 755), (-330, 665), (-190, 665), (-60, 795), (110, 675), (450, 668),
        (760, 900), (860, 1400), (1000, 3000), (-800, 3300), (-850, 1800), (-790, 1000),
    ),
    "Oosterdijk": area(
        (450, 668), (490, 450), (700, 260), (590, 60), (680, -200), (1250, -420), (2560, -560), (2600, 400),
        (2450, 1200), (2500, 3000), (1000, 3000), (860, 1400), (760, 900),
    ),
    "Stationskwartier": area(
        (680, -200), (510, -290), (440, -420), (460, -560), (430, -1100), (350, -1645), (1250, -1580), (2320, -1420),
        (2560, -560), (1250, -420),
    ),
    "Zuidhaven": area(
        (440, -420), (250, -410), (60, -335), (-250, -262), (-560, -215), (-800, -200), (-950, -420), (-965, -900),
        (-1000, -1660), (0, -1650), (350, -1645), (430, -1100), (460, -560),
    ),
    "Havengebied": area(
        (-800, -200), (-790, 590), (-790, 1000), (-850, 1800), (-800, 3300), (-3060, 3300), (-3100, 1200),
        (-2980, -300), (-2860, -1380), (-1500, -1650), (-1000, -1660), (-965, -900), (-950, -420),
    ),
}  # fmt: skip
DORPEN: dict[str, tuple[float, float]] = {
    "Zeedorp": (-5150, 1700),
    "Duinzicht": (-7450, 1750),
    "Wilgenhoek": (-4000, -2500),
    "Oudeland": (-1750, -4900),
    "Kreekrak": (3050, -3500),
    "Sint Annapolder": (4700, 250),
}


def divide() -> dict[str, BaseGeometry]:
    """Every wijk and dorp: together they are the gemeente, and no two overlap."""
    wijken: dict[str, BaseGeometry] = {}
    taken: BaseGeometry = Polygon()
    for naam, shape in WIJKEN.items():
        wijken[naam] = shape.buffer(0).intersection(GEMEENTE).difference(taken)
        taken = unary_union([taken, wijken[naam]])
    rest = GEMEENTE.difference(taken)
    cells = voronoi_polygons(MultiPoint(list(DORPEN.values())), extend_to=box(-15000, -9000, 15000, 9000))
    parts: dict[str, list[BaseGeometry]] = {naam: [] for naam in DORPEN}
    for cell in cells.geoms:
        naam = next(naam for naam, place in DORPEN.items() if cell.covers(Point(place)))
        parts[naam].append(cell.intersection(rest))
    return wijken | {naam: unary_union(part) for naam, part in parts.items()}


# Green and sand, as (naam, soort, shape).
DIKES = {
    "Zeedijk": line((860, 1790), (1240, 1690), (1720, 1510), (2300, 1420), (3200, 1500), (4200, 1770), (5200, 1970),
                    (6200, 2180), (7400, 2270)),
    "Sint Annadijk": line((2500, 420), (3300, 100), (4300, -250), (5400, -150), (6300, 200), (7480, 250)),
    "Graaf Jansdijk": line((-1480, -2250), (-2300, -2700), (-3200, -2250), (-4600, -2750), (-6000, -2250), (-8300, -2150)),
    "Kreekdijk": line((320, -2250), (1400, -2750), (2300, -3150), (3500, -3650), (4200, -3500), (5300, -4200)),
    "Oudelandsedijk": line((-4600, -4750), (-3400, -4550), (-2500, -4700), (-1500, -4500), (-600, -4800)),
    "Westdijk": line((-3120, 1900), (-3200, 900), (-3600, 100), (-4400, -300), (-5300, 200), (-6300, 100), (-8900, 700)),
}  # fmt: skip
GREENS: list[tuple[str, str, BaseGeometry]] = [
    ("Noorderpark", "park", area((-330, 960), (-180, 1330), (180, 1380), (400, 1300), (430, 1060), (220, 900), (-120, 880), times=2)),
    ("Wilgenpark", "park", area((-620, -840), (-330, -790), (-170, -770), (-150, -930), (-330, -1010), (-560, -1000), times=2)),
    ("Bolwerk", "park", SINGEL_LINE.buffer(52).intersection(WIJKEN["Centrum"].buffer(18)).difference(SINGEL.buffer(1))),
    ("Begraafplaats Oosterdijk", "begraafplaats", area((1830, -330), (2080, -300), (2100, -130), (1850, -140))),
    ("Sportpark De Dijk", "sport", area((2080, 120), (2420, 140), (2400, 560), (2060, 520))),
    ("Sportpark Noord", "sport", area((430, 1380), (720, 1430), (760, 1650), (450, 1680))),
    ("Volkstuinen Zuidhaven", "tuin", area((-860, -1380), (-560, -1370), (-540, -1590), (-850, -1600))),
    ("Stationspark", "park", area((560, -520), (760, -500), (800, -640), (620, -700), times=1)),
    ("Duinbos", "bos", area((-8500, 1900), (-7900, 2150), (-7750, 1950), (-8000, 1500), (-8600, 1400), times=2)),
    ("Kreekbos", "bos", area((3500, -2700), (4100, -2300), (4300, -2700), (3900, -3150), (3550, -3050), times=2)),
    ("Annabos", "bos", area((5300, 900), (5800, 1000), (5900, 600), (5500, 500), times=2)),
    ("Wilgenhoeks bos", "bos", area((-5300, -3000), (-4800, -2950), (-4750, -3500), (-5350, -3600), times=2)),
    ("Havenpark", "park", area((-1230, -1250), (-1090, -1250), (-1070, -760), (-1210, -760), times=1)),
]  # fmt: skip
DUNE_STRIP = area((-14000, 1500), (-6300, 1500), (-5700, 2020), (-5400, 2400), (-14000, 4500))
DUNES = COAST.buffer(260).intersection(DUNE_STRIP).difference(SEA)
BEACH = COAST.buffer(75).intersection(box(-14000, 1500, -5020, 4500))
