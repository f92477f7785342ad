"""Names of streets, by quarter and village."""

from __future__ import annotations

GRID_NAMES: dict[str, list[str]] = {
    "Zuidhaven": [
        "Lindenstraat", "Esdoornstraat", "Kastanjestraat", "Beukenstraat", "Iepenstraat", "Elzenstraat",
        "Populierenstraat", "Meidoornstraat", "Berkenstraat", "Platanenstraat", "Hazelaarstraat", "Vlierstraat",
        "Eikenstraat", "Acaciastraat", "Lijsterbesstraat", "Sparrenstraat", "Taxusstraat", "Hulststraat",
        "Essenstraat", "Ligusterstraat", "Wingerdstraat", "Sleedoornstraat", "Jasmijnstraat", "Moerbeistraat",
        "Larixstraat", "Cederstraat", "Notenstraat", "Abelenstraat",
    ],
    "Stationskwartier": [
        "Thorbeckestraat", "Troelstrastraat", "Schaepmanstraat", "Kortewegstraat",
        "Aletta Jacobsstraat", "Suze Groenewegstraat", "Wilhelmina Druckerstraat", "Savornin Lohmanstraat",
        "Kuyperstraat", "Domela Nieuwenhuisstraat", "Marga Klompéstraat", "Van Houtenstraat", "Wibautstraat",
        "Goeman Borgesiusstraat", "Talmastraat", "Cort van der Lindenstraat", "Spoorstraat", "Locomotiefstraat",
        "Perronstraat", "Seinhuisstraat", "Wisselstraat", "Conducteurstraat",
    ],
    "Oosterdijk": [
        "Vlasstraat", "Meekrapstraat", "Klaverstraat", "Korenbloemstraat", "Gerststraat", "Haverstraat", "Roggestraat",
        "Tarwestraat", "Koolzaadstraat", "Bietenstraat", "Ajuinstraat", "Lucernestraat", "Hopstraat", "Mosterdstraat",
        "Karwijstraat", "Spurriestraat", "Dorsvloer", "Hooimijt", "Ploegstraat", "Egstraat", "Zichtstraat",
        "Schovenstraat", "Zaaierstraat", "Maaierstraat", "Wanstraat", "Boekweitstraat", "Erwtenstraat", "Wikkestraat",
        "Korenschoof", "Paardebloemstraat",
    ],
    "Noorderpark": [
        "Rembrandtlaan", "Vermeerlaan", "Frans Halslaan", "Jan Steenlaan", "Ruysdaellaan", "Judith Leysterlaan",
        "Jongkindlaan", "Mesdaglaan", "Jan Tooroplaan", "Mondriaanlaan", "Israëlslaan",
        "Breitnerlaan", "Mauvelaan", "Weissenbruchlaan", "Saenredamlaan", "Ter Borchlaan", "Metsulaan", "Potterlaan",
        "Hobbemalaan", "Rachel Ruyschlaan", "Cuyplaan", "Van Goyenlaan", "Marislaan",
        "Jacoba van Heemskercklaan", "Charley Tooroplaan", "Koekkoeklaan",
    ],
    "Havengebied": [
        "Antwerpenweg", "Hamburgweg", "Gdanskweg", "Bilbaoweg", "Rigaweg", "Lissabonweg", "Göteborgweg", "Hullweg",
        "Bergenweg", "Oportoweg", "Le Havreweg", "Tallinnweg", "Leithweg", "Rouenweg", "Bremenweg", "Turkuweg",
        "Malmöweg", "Cardiffweg",
    ],
}  # fmt: skip

VILLAGE_NAMES: dict[str, list[str]] = {
    "Zeedorp": ["Visserstraat", "Garnalenstraat", "Mosselstraat", "Schelpstraat", "Wulkstraat", "Kokkelstraat",
                "Reddingbootstraat", "Botterstraat", "Hoogaarsstraat", "Nettenpad", "Kreukelstraat"],
    "Duinzicht": ["Duindoornlaan", "Helmgraslaan", "Konijnenpad", "Tapuitlaan", "Zeekraallaan", "Lamsoorlaan",
                  "Scholeksterlaan", "Wulplaan", "Zandhagedislaan", "Stranddistellaan"],
    "Wilgenhoek": ["Knotwilgstraat", "Griendstraat", "Tenenstraat", "Mandenmakerstraat", "Katwilgstraat", "Rijshoutstraat",
                   "Rietstraat", "Hoepelstraat"],
    "Oudeland": ["Kerkring", "Voorstraat", "Achterweg", "Pastoriestraat", "Ambachtstraat", "Smissestraat",
                 "Schoolstraat", "Molenweg", "Torenstraat"],
    "Kreekrak": ["Kreekstraat", "Snoekstraat", "Baarsstraat", "Palingstraat", "Voornstraat", "Oeverstraat",
                 "Lisdoddestraat", "Waterleliestraat", "Otterstraat"],
    "Sint Annapolder": ["Annastraat", "Polderstraat", "Inlaagstraat", "Gemaalstraat", "Dijkgraafstraat",
                        "Sluiswachterstraat", "Heulstraat", "Molenweg", "Watergangstraat"],
}  # fmt: skip

POLDER_NAMES = [
    "Langeweg", "Zandweg", "Kapelleweg", "Hogeweg", "Lageweg", "Stelleweg", "Zoutweg", "Veerweg", "Middenweg",
    "Nieuweweg", "Boerengatweg", "Isabellaweg", "Eerste Kruisweg", "Tweede Kruisweg", "Derde Kruisweg", "Vogelweg",
    "Ganzenweg", "Kievitweg", "Weelweg", "Sasweg", "Hoofdweg", "Margarethaweg", "Emmaweg", "Julianaweg", "Mariaweg",
    "Catharinaweg", "Blikweg", "Platteweg", "Rapenburgweg", "Noordweg West", "Zuidweg", "Groeneweg", "Klinkerweg",
    "Schenkeldijkweg", "Molenhoekweg", "Tragel", "Ossenweg", "Paardenweg", "Schaapskooiweg", "Vlaswegje", "Bieteweg",
    "Kreekweg", "Galgenweg", "Kerkepad", "Trambaan", "Karreweg", "Buitenweg", "Achterdijkweg", "Ambachtsweg", "Polderdreef",
]  # fmt: skip
