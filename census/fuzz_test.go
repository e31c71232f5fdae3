package census_test

import (
	"slices"
	"testing"

	"bedside/census"
	"bedside/text"
)

func words(s string) []string { return text.Words(s) }

// small builds a table with one of everything.
func small(tb testing.TB) []byte {
	tb.Helper()
	b := census.NewBuilder("invented")
	country := b.Country("XA", "Arcadia", 1_000_000, 0, 100)
	state := b.State(country, "N", "Nether", 400_000, 3_000)
	county := b.County(state, "Plim County", 90_000, slices.Repeat([]int{5_000}, 18))
	b.Postcode3(state, 123, 500)
	code := b.Postcode(county, 12345, 500)
	towns := b.Towns([]census.TownRow{{Name: census.KeyOf(words("Plimton")), People: 700, Parent: county}, {Name: census.KeyOf(words("Oth")), People: 9, Parent: state}})
	b.Named(census.KeyOf(words("Nether")), state, false)
	b.Named(census.KeyOf(words("NE")), state, true)
	b.Named(census.KeyOf(words("Plim")), towns[0], false)
	var years [census.Oldest + 1]int
	for i := range years {
		years[i] = 1000
	}
	b.Ages(state, years, years)
	b.Hospital(census.Hospital{Area: towns[0], Beds: 40, BedDays: 9_000}, census.HospitalKeys(words("Plim General Hospital")))
	b.Given("zelda", [5]int{0, 0, 0, 0, 0}, [5]int{90, 80, 70, 60, 50})
	b.Surname("plimton", 12)
	b.Condition([]census.Key{census.KeyOf(words("plim fever"))}, []census.Rate{{Measure: census.Yearly, Last: 20, Low: 10, High: 20}})
	if code == 0 {
		tb.Fatal("no area for a postcode")
	}
	table, err := b.Bytes()
	if err != nil {
		tb.Fatal(err)
	}
	return table
}

func FuzzLoad(f *testing.F) {
	whole := small(f)
	f.Add([]byte{}, "")
	f.Add(whole, "plimton nether")
	for at := 0; at < len(whole); at += 1 + len(whole)/40 {
		f.Add(whole[:at], "plim")
		bent := slices.Clone(whole)
		bent[at] ^= 0x41
		f.Add(bent, "plimton")
	}
	f.Fuzz(func(t *testing.T, b []byte, name string) {
		c, err := census.Load(b)
		if err != nil {
			return
		}
		ask(t, c, name)
	})
}

func FuzzAsk(f *testing.F) {
	c := shipped(f)
	for _, name := range []string{"springfield il", "Saint Mary's Hospital", "90210", "US-MD", "", "the the the", "twins", "St. , . ,", "münchen, deutschland", "new york new york"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) { ask(t, c, name) })
}

// ask puts every question to a table: none may fail, whatever the table and the name.
func ask(t *testing.T, c *census.Table, name string) {
	t.Helper()
	list := words(name)
	areas := c.Places(nil, list, 0)
	for _, find := range []func(string) (census.Area, bool){c.Region, c.Postcode} {
		if a, ok := find(name); ok {
			areas = append(areas, a)
		}
	}
	for _, h := range c.Hospitals(nil, list, 0) {
		areas = append(areas, h.Area)
	}
	for level := census.Country; level <= census.Town; level++ {
		first, _ := c.Areas(level)
		areas = append(areas, first)
	}
	for _, a := range areas {
		_, _ = c.Births(a)
		_ = c.Name(a) + c.Code(a) + c.Digits(a)
		if n, ok := c.Aged(a, 30, 40, census.Female); n < 0 && ok && c.People(a) < 1<<31 {
			t.Errorf("%d women", n)
		}
		c.Places(nil, list, a)
	}
	c.Condition(list)
	for _, w := range list {
		c.Given(w, census.Any, census.AllAges)
		c.Surname(w)
	}
}

func TestLoadRefusesCutShort(t *testing.T) {
	t.Parallel()
	whole := small(t)
	if _, err := census.Load(whole); err != nil {
		t.Fatal(err)
	}
	for n := range whole {
		if _, err := census.Load(whole[:n]); err == nil {
			t.Fatalf("the first %d of %d bytes are taken for a table", n, len(whole))
		}
	}
	if _, err := census.Load(append(slices.Clone(whole), 0)); err == nil {
		t.Error("a table with more behind its end is taken")
	}
}

func TestSmallTable(t *testing.T) {
	t.Parallel()
	c, err := census.Load(small(t))
	if err != nil {
		t.Fatal(err)
	}
	town := one(t, c, "Plimton, Nether", "")
	if by := one(t, c, "plim", ""); by != town || c.People(town) != 700 || c.Code(town) != "XA-N" || c.Level(town) != census.Town {
		t.Errorf("Plimton is area %d, Plim %d, of %d people in %s", town, by, c.People(town), c.Code(town))
	}
	if found := c.Places(nil, words("NE"), 0); len(found) != 0 {
		t.Errorf("a short form alone is a place: %v", found)
	}
	if found := c.Places(nil, words("Oth NE"), 0); len(found) != 1 {
		t.Errorf("a short form behind a town narrows to %v", found)
	}
	if born, ok := c.Births(region(t, c, "XA")); !ok || born != 10_000 {
		t.Errorf("%d births, %v; want 10,000 by the country's rate", born, ok)
	}
	if rates := c.Condition(words("a bad plim fever again")); len(rates) != 1 || rates[0].High != 20 || rates[0].Measure != census.Yearly {
		t.Errorf("rates of a condition: %v", rates)
	}
	if c.Sources() != "invented" {
		t.Errorf("sources %q", c.Sources())
	}
}
