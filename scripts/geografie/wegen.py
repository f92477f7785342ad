"""The roads that were drawn by hand: the old town, the main roads, the railway and the paths."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.geografie import land
from scripts.geografie.vorm import line
from shapely import LineString, Polygon

# Width in metres from kerb to kerb, by sort of road.
WIDTH = {"provinciaal": 15.0, "hoofdweg": 11.0, "straat": 7.5, "steeg": 5.0, "polderweg": 5.5, "pad": 2.6, "spoor": 5.0}


@dataclass(frozen=True, slots=True)
class Weg:
    """One road; `wijk` is the quarter or village whose addresses it carries, "" for none."""

    naam: str
    soort: str
    lijn: LineString
    wijk: str = ""


MAIN = [
    Weg("N61", "provinciaal", line((-13500, -300), (-9400, -420), (-7000, -620), (-5000, -1010), (-3000, -1370), (-1500, -1640),
        (-990, -1665), (0, -1650), (1200, -1580), (2300, -1420), (3300, -1520), (4600, -1900), (6000, -2480),
        (7250, -2720), (13500, -3600))),
    Weg("Havenweg", "hoofdweg", line((-1480, -1640), (-1420, -900), (-1390, -620), (-1330, 300), (-1340, 1400),
        (-1480, 2350)), "Havengebied"),
    Weg("Sluisweg", "hoofdweg", line((-1390, -620), (-1150, -600), (-948, -566), (-800, -520))),
    Weg("Zuiderlaan", "hoofdweg", line((350, -1645), (410, -1100), (450, -620), (455, -470), (470, -395)), "Zuidhaven"),
    Weg("Oostelijke Randweg", "hoofdweg", line((2310, -1420), (2540, -560), (2570, 300), (2440, 1000), (2320, 1420))),
    Weg("Stationsweg", "hoofdweg", line((460, -460), (640, -560), (860, -830), (960, -905)), "Stationskwartier"),
    Weg("Laan van Oosterdijk", "hoofdweg", line((600, 90), (900, 140), (1500, 60), (2050, -20), (2560, -40)), "Oosterdijk"),
    Weg("Zeedorpseweg", "hoofdweg", line((-1390, -300), (-2300, -260), (-3050, -60), (-3900, 700), (-4600, 1200),
        (-5060, 1480))),
    Weg("Duinweg", "hoofdweg", line((-5060, 1480), (-5700, 1560), (-6500, 1500), (-7200, 1560), (-7560, 1620))),
    Weg("Wilgenhoekseweg", "hoofdweg", line((-3010, -1368), (-3500, -1900), (-3880, -2290), (-4020, -2520))),
    Weg("Oudelandseweg", "hoofdweg", line((-1500, -1640), (-1700, -2500), (-1640, -3700), (-1760, -4560), (-1750, -4760))),
    Weg("Kreekrakseweg", "hoofdweg", line((1240, -1577), (1660, -2250), (2350, -3050), (2960, -3410))),
    Weg("Annaweg", "hoofdweg", line((2570, 250), (3300, 420), (4100, 160), (4640, 210))),
]  # fmt: skip
SPOOR = [
    Weg("Spoorlijn Havendam - Axelmonde", "spoor", line((13500, -2700), (7700, -1980), (4600, -1300), (2400, -1120), (1600, -1010), (640, -985))),
    Weg("", "spoor", line((2100, -1085), (1500, -1000), (700, -972))),
    Weg("Havenspoor", "spoor", line((2700, -1160), (1900, -1330), (1300, -1960), (0, -2180), (-980, -2190), (-1620, -1980),
        (-1880, -1400), (-1900, -200), (-1960, 700), (-1880, 900))),
]  # fmt: skip
CENTRUM: list[tuple[str, str, LineString]] = [
    ("Kade", "hoofdweg", line((-575, -32), (-400, -108), (-250, -150), (-80, -176), (105, -232), (270, -312), (470, -395))),
    ("Kerkstraat", "straat", line((-75, 160), (-112, 300), (-150, 430), (-190, 590))),
    ("Hoogstraat", "hoofdweg", line((55, 128), (200, 150), (340, 118), (470, 110), (600, 90))),
    ("Havenstraat", "straat", line((-60, 62), (-96, -50), (-160, -165))),
    ("Noordstraat", "straat", line((44, 180), (92, 330), (62, 480), (60, 590), (100, 730))),
    ("Vismarkt", "straat", line((-190, 222), (-150, 205), (-75, 160))),
    ("Haringkade", "straat", line((-620, 312), (-420, 290), (-214, 277), (-190, 222))),
    ("Zoutkade", "straat", line((-600, 190), (-420, 184), (-214, 178), (-190, 222))),
    ("Westkade", "straat", line((-575, -32), (-570, 60), (-600, 190))),
    ("Noordbolwerk", "straat", line((-600, 480), (-470, 640), (-330, 560), (-190, 560), (-62, 660), (90, 560), (240, 565))),
    ("Oostbolwerk", "straat", line((240, 565), (375, 560), (392, 430), (470, 300), (560, 215), (480, 60), (520, -30),
                                   (560, -160), (440, -230), (420, -370))),
    ("Lange Nieuwstraat", "straat", line((-440, 612), (-430, 470), (-405, 290))),
    ("Bagijnestraat", "straat", line((-300, 282), (-296, 410), (-310, 560))),
    ("Weeshuisstraat", "straat", line((-430, 470), (-296, 410), (-150, 430), (80, 405))),
    ("Molenstraat", "straat", line((92, 330), (215, 300), (290, 365), (420, 395))),
    ("Korenstraat", "straat", line((200, 150), (215, 300), (230, 420), (240, 565))),
    ("Ravelijnstraat", "straat", line((340, 118), (330, 240), (290, 365), (330, 470), (375, 545))),
    ("Smidstraat", "straat", line((57, 80), (112, -40), (130, -235))),
    ("Gasthuisstraat", "straat", line((-96, -50), (112, -40), (290, -66), (518, -52))),
    ("Zuidstraat", "straat", line((200, 150), (232, 30), (290, -66), (268, -310))),
    ("Oude Vest", "straat", line((-430, 184), (-436, 60), (-425, -96))),
    ("Touwbaan", "straat", line((-262, 180), (-246, 20), (-256, -148))),
    ("Schippersstraat", "straat", line((-572, 62), (-436, 60), (-246, 20), (-96, -50))),
    ("Korte Kerkstraat", "steeg", line((-108, 290), (-20, 300), (88, 318))),
    ("Kuiperssteeg", "steeg", line((-345, 42), (-350, 112), (-345, 181))),
    ("Zilverstraat", "straat", line((340, 118), (372, 20), (380, -62))),
    ("Ankerstraat", "straat", line((-170, 10), (-150, 110), (-150, 205))),
    ("Pottenbakkerssteeg", "steeg", line((112, -40), (170, 50), (200, 150))),
    ("Zakkendragersstraat", "straat", line((380, -62), (392, -200), (400, -355))),
    ("Brouwersstraat", "straat", line((80, 405), (160, 470), (240, 480), (330, 470))),
]  # fmt: skip
MARKT = Polygon([(-62, 62), (57, 80), (44, 180), (-75, 160)])
STATIONSPLEIN = Polygon([(880, -925), (1090, -945), (1095, -880), (960, -855), (900, -870)])
HAND: list[Weg] = [
    *(Weg(naam, soort, lijn, "Centrum") for naam, soort, lijn in CENTRUM),
    Weg("Markt", "straat", LineString([*MARKT.exterior.coords]), "Centrum"),
    Weg("Stationsplein", "straat", line((860, -830), (930, -865), (1060, -872), (1180, -900)), "Stationskwartier"),
    Weg("Wilgenlaan", "straat", line((-800, -740), (-520, -700), (-250, -700), (-20, -640), (200, -560), (450, -540)),
        "Zuidhaven"),
    Weg("Zuidkade", "straat", line((-800, -520), (-740, -375), (-560, -345), (-250, -370), (60, -436), (240, -508),
        (450, -560)), "Zuidhaven"),
    Weg("Dorpsstraat", "straat", line((470, 300), (760, 420), (1000, 440), (1300, 560), (1640, 560), (1980, 700),
        (2440, 900)), "Oosterdijk"),
    Weg("Zeedijk", "straat", line((830, 1810), (1240, 1700), (1720, 1520), (2300, 1425), (3200, 1510), (4200, 1780),
        (5200, 1980), (6200, 2190), (7400, 2275), (9500, 2640)), "Oosterdijk"),
    Weg("Parklaan", "hoofdweg", line((100, 730), (240, 850), (450, 1000), (460, 1280), (230, 1440), (-160, 1400),
        (-380, 1180), (-350, 950), (-130, 820), (100, 730)), "Noorderpark"),
    Weg("Boulevard", "straat", line((-420, 1900), (-240, 1900), (200, 1830), (560, 1800), (830, 1810)), "Noorderpark"),
    Weg("Noordweg", "hoofdweg", line((230, 1440), (260, 1640), (200, 1830)), "Noorderpark"),
    Weg("Oostersingel", "straat", line((450, 1000), (700, 760), (760, 420)), "Noorderpark"),
    Weg("Westelijke Dijk", "straat", line((-600, 640), (-590, 1100), (-560, 1420), (-330, 1480), (-330, 1780), (-420, 1900)), "Noorderpark"),
    Weg("Thorbeckeplein", "straat", line((1350, -620), (1500, -640), (1490, -740), (1345, -720), (1350, -620)), "Stationskwartier"),
    Weg("Scheldeweg", "hoofdweg", line((-1390, -620), (-2000, -560), (-2700, -700), (-2840, 200), (-2850, 1200),
        (-2900, 2300)), "Havengebied"),
    Weg("Mercatorweg", "straat", line((-2010, -560), (-2060, 100), (-2070, 900)), "Havengebied"),
]  # fmt: skip
PATHS: list[Weg] = [
    Weg("", "pad", land.SINGEL_LINE.parallel_offset(36, "right")),
    Weg("", "pad", line((-300, 1000), (-80, 1030), (160, 1000), (380, 1080))),
    Weg("", "pad", line((-60, 890), (-60, 1030), (-160, 1120), (-140, 1250), (40, 1290), (200, 1230), (180, 1080), (160, 1000))),
    Weg("", "pad", line((200, 1230), (330, 1290), (380, 1360))),
    Weg("", "pad", line((-560, -860), (-420, -900), (-330, -870), (-200, -800))),
    Weg("", "pad", line((-420, -900), (-400, -990), (-200, -900))),
    Weg("Duinpad", "pad", line((-9000, 2380), (-8200, 2440), (-7400, 2340), (-6600, 2200), (-5700, 2020))),
    Weg("", "pad", line((-8450, 1700), (-8150, 1800), (-7950, 2050), (-7800, 2350))),
]  # fmt: skip
