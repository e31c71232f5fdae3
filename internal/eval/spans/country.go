package spans

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Countries reports whether words name a country, in English and in any case.
func Countries() func(words string) bool {
	names := countryNames()
	return func(words string) bool { return names[strings.ToLower(words)] }
}

// countryNames has the English names of countries in lower case: those of the Unicode repository, and older or shorter ones
// that people and generators of names still use.
func countryNames() map[string]bool {
	names := map[string]bool{}
	english := display.English.Regions()
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			region, err := language.ParseRegion(string([]rune{a, b}))
			if err == nil && region.IsCountry() {
				names[strings.ToLower(english.Name(region))] = true
			}
		}
	}
	for _, name := range olderCountryNames() {
		names[strings.ToLower(name)] = true
	}
	return names
}

func olderCountryNames() []string {
	return []string{
		"USA", "U.S.", "US", "U.S.A.", "America", "United States of America", "UK", "U.K.", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland",
		"Czech Republic", "Macedonia", "Swaziland", "Cape Verde", "Burma", "Myanmar", "Ivory Coast", "Cote d'Ivoire", "Côte d'Ivoire", "East Timor",
		"People's Republic of China", "Republic of China", "Hong Kong", "Macau", "Macao", "Korea", "Democratic Republic of the Congo", "Republic of the Congo",
		"Congo", "Russian Federation", "Libyan Arab Jamahiriya", "Slovakia (Slovak Republic)", "Syrian Arab Republic", "Lao People's Democratic Republic",
		"Palestinian Territory", "Palestine", "Netherlands Antilles", "The Bahamas", "The Gambia", "The Netherlands", "Holland", "Federated States of Micronesia",
		"Saint Vincent and the Grenadines", "Saint Kitts and Nevis", "Saint Lucia", "Antigua and Barbuda", "Trinidad and Tobago", "Bosnia and Herzegovina",
		"São Tomé and Príncipe", "Sao Tome and Principe", "Cyprus (Greek)", "Cyprus (Turkish)", "Vatican City", "Holy See", "Turkey", "Türkiye",
		"Brunei Darussalam", "Republic of Ireland",
	}
}
