package detect

import "strings"

// Words that end or begin the names of streets, as postal services list them.

// isStreet holds for words that are hardly anything else behind a number and a name.
func isStreet(w string) bool {
	switch w {
	case "street", "st", "avenue", "ave", "av", "road", "rd", "lane", "ln", "drive", "dr", "boulevard", "blvd", "court", "ct", "terrace", "ter", "terr", "crescent", "cres",
		"close", "gardens", "gdns", "highway", "hwy", "parkway", "pkwy", "place", "pl", "mews", "way", "square", "sq", "circle", "cir", "trail", "trl", "row", "grove", "parade",
		"esplanade", "marg", "nagar", "colony", "layout", "salai", "jalan", "wynd", "loan", "croft", "turnpike", "rise":
		return true
	}
	return false
}

// isLowerStreet holds for those that are believed without a capital.
func isLowerStreet(w string) bool {
	switch w {
	case "street", "avenue", "ave", "road", "rd", "lane", "crescent", "boulevard", "blvd", "terrace", "parkway", "highway", "gardens", "mews":
		return true
	}
	return false
}

// isRareStreet holds for common nouns that end a street's name too: a longer number must stand before it.
func isRareStreet(w string) bool {
	w = strings.TrimSuffix(w, "s")
	switch w {
	case "alley", "annex", "arcade", "grove", "row", "rue", "mews", "close", "crescent", "terrace", "bayou", "beach", "bend", "bluff", "bottom", "branch", "bridge", "brook", "burg", "bypas", "camp", "canyon", "cape", "causeway", "center",
		"centre", "cliff", "club", "common", "corner", "course", "courtyard", "cove", "creek", "crest", "crossing", "crossroad", "curve", "dale", "dam", "divide", "estate",
		"expressway", "extension", "fall", "ferry", "field", "flat", "ford", "forest", "forge", "fork", "fort", "freeway", "garden", "gateway", "glen", "green", "harbor", "harbour",
		"haven", "height", "hill", "hollow", "inlet", "island", "isle", "junction", "key", "knoll", "lake", "landing", "light", "loaf", "lock", "lodge", "loop", "mall", "manor",
		"meadow", "mill", "mission", "motorway", "mount", "mountain", "neck", "orchard", "oval", "overpas", "park", "pas", "passage", "path", "pike", "pine", "plain", "plaza",
		"point", "port", "prairie", "promenade", "quay", "radial", "ramp", "ranch", "rapid", "rest", "ridge", "river", "route", "run", "shoal", "shore", "skyway", "spring", "spur",
		"station", "stravenue", "stream", "summit", "throughway", "trace", "track", "trafficway", "tunnel", "underpas", "union", "vale", "valley", "via", "viaduct", "view", "village", "villa", "enclave", "subdivision", "tower",
		"ville", "vista", "walk", "wall", "well", "wharf", "wood", "drive", "circle", "square", "trail", "court", "place", "parkway", "street", "road", "avenue", "lane":
		return true
	}
	return false
}

// leadsStreet holds for words that begin a street's name in Romance and Slavonic languages and in Malay.
func leadsStreet(w string) bool {
	switch w {
	case "rue", "rua", "via", "viale", "vicolo", "piazza", "corso", "calle", "avenida", "avda", "carrer", "plaza", "paseo", "camino", "chemin", "impasse", "quai", "allee", "travessa",
		"praca", "strada", "bulevardul", "ul", "ulica", "ulice", "ulitsa", "aleja", "namesti", "nam", "jalan", "jln", "jl", "lorong", "rruga", "plac", "place", "boulevard", "avenue",
		"odos", "plateia", "passeig", "ronda", "largo", "alameda", "estrada", "route", "os", "trg", "ulitza", "rambla":
		return true
	}
	return false
}

// isStreetParticle holds for small words inside such a name.
func isStreetParticle(w string) bool {
	switch w {
	case "de", "la", "le", "les", "du", "des", "del", "della", "delle", "dei", "di", "da", "do", "dos", "das", "von", "van", "den", "der", "e", "y", "et", "d", "l", "el", "los", "las", "sur", "al", "a":
		return true
	}
	return false
}

// endsStreet holds for names of one word whose end says street in Germanic, Nordic, Finnish and other languages.
func endsStreet(w string) bool {
	for _, end := range [...]string{
		"strasse", "straat", "gasse", "gade", "gata", "gatan", "vej", "vagen", "veien", "vegen", "vegur", "stigen", "katu", "polku", "laan", "plein", "plaats", "gracht", "weg",
		"allee", "platz", "str", "utca", "utcaja", "torget", "terrasse", "bakken",
	} {
		if w == "brigade" || w == "renegade" {
			return false
		}
		if len(w) >= len(end)+3 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
