package census

const (
	motherFirst = 15
	motherLast  = 44
	tenThousand = 10_000
)

// Births returns how many children are born in a year to people who live in an area. Counties, towns and postcodes of the US have the
// births of their state by the women of 15 to 44 who live there; elsewhere the rate of the country is taken. It is false where no rate is
// known.
func (t *Table) Births(a Area) (births int, ok bool) {
	country := t.Within(a, Country)
	if country == 0 {
		return 0, false
	}
	for holder := a; holder != 0; holder = t.Parent(holder) {
		if n := t.birthsOf(holder); n > 0 {
			return t.bornIn(a, holder, n), true
		}
	}
	if rate := t.birthRates.at(t.row(Country, country)); rate > 0 {
		return t.People(a) * int(rate) / tenThousand, true
	}
	return 0, false
}

// birthsOf returns the births that are known of a country or state itself.
func (t *Table) birthsOf(a Area) int {
	if t.Level(a) > State {
		return 0
	}
	return int(t.births.at(uint32(a) - 1))
}

func (t *Table) bornIn(a, holder Area, births int) int {
	mothers, ok := t.Aged(a, motherFirst, motherLast, Female)
	all, _ := t.Aged(holder, motherFirst, motherLast, Female)
	if !ok || all == 0 {
		mothers, all = t.People(a), max(t.People(holder), 1)
	}
	return births * mothers / all
}
