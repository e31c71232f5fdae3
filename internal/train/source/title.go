// Package source reads the public data that tables are compiled from. It never fetches anything. Start at [Cities] and [Lines].
package source

import "strings"

// Words of hospital names in the cost reports, which are written in capitals and often cut short.
var (
	smallWords = SetOf(strings.Fields("of and the at for in on by de del la los las y with"))
	capitals   = SetOf(strings.Fields(`UPMC HCA VA UCSF UCLA UCI USC HSHS SSM OSF CHI MUSC UF NYU LSU UAB VCU UNC ECU IU UT UW OHSU SUNY UMC ARH
		UHS LDS KU USMD ETMC WVU UVA UCHEALTH PHC LTAC NCH PIH AHN JFK CHRISTUS MHP RWJ NYC II III IV BSA HIMA UPR UTMB TMC DMC MD`))
	cutShort = map[string]string{
		"HOSP": "Hospital", "HOSPTIAL": "Hospital", "CTR": "Center", "CNTR": "Center", "CENT": "Center", "MED": "Medical", "MEDICL": "Medical",
		"REG": "Regional", "REGL": "Regional", "REGNL": "Regional", "MEM": "Memorial", "MEML": "Memorial", "COMM": "Community", "CMNTY": "Community",
		"CO": "County", "CNTY": "County", "UNIV": "University", "SYS": "System", "GEN": "General", "REHAB": "Rehabilitation", "HLTH": "Health",
		"HTH": "Health", "INST": "Institute", "SURG": "Surgical", "SPEC": "Specialty", "CHILDRENS": "Children's", "WOMENS": "Women's", "UCHEALTH": "UCHealth",
		"CHRISTUS": "Christus", "GOV": "Governor", "DIST": "District",
	}
)

// TitleCase writes a name that is in capitals as people write it: small words small, known short forms in capitals, the rest with a capital.
func TitleCase(name string) string {
	words := strings.Fields(strings.ReplaceAll(name, "’", "'"))
	for i, word := range words {
		words[i] = titleWord(word, i > 0)
	}
	return strings.Join(words, " ")
}

func titleWord(word string, inside bool) string {
	bare := strings.Trim(word, ".,")
	if long, ok := cutShort[bare]; ok {
		return long
	}
	if capitals[bare] {
		return bare
	}
	lower := strings.ToLower(bare)
	if inside && smallWords[lower] {
		return lower
	}
	parts := strings.Split(lower, "-")
	for i, part := range parts {
		parts[i] = titlePart(part)
	}
	return strings.Join(parts, "-")
}

// titlePart gives a word its capital: St, McLaren, O'Connor, Children's.
func titlePart(part string) string {
	if capitals[strings.ToUpper(part)] {
		return strings.ToUpper(part)
	}
	if rest, ok := strings.CutPrefix(part, "mc"); ok && len(rest) > 2 {
		return "Mc" + capital(rest)
	}
	if len(part) > 3 && part[1] == '\'' {
		return capital(part[:2]) + capital(part[2:])
	}
	return capital(part)
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
