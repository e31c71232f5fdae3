package census_test

import (
	"testing"

	"bedside/census"
	"bedside/tables"
	"bedside/text"
)

// shipped loads the table that Bedside carries.
func shipped(tb testing.TB) *census.Table {
	tb.Helper()
	table, err := census.Load(tables.Stored()["census.bin"])
	if err != nil {
		tb.Fatal(err)
	}
	return table
}

// region returns the area of a code that must be there.
func region(tb testing.TB, c *census.Table, code string) census.Area {
	tb.Helper()
	if code == "" {
		return 0
	}
	a, ok := c.Region(code)
	if !ok {
		tb.Fatalf("no region %s", code)
	}
	return a
}

// one returns the first area of a name.
func one(tb testing.TB, c *census.Table, name, within string) census.Area {
	tb.Helper()
	found := c.Places(nil, text.Words(name), region(tb, c, within))
	if len(found) == 0 {
		tb.Fatalf("no place %q in %q", name, within)
	}
	return found[0]
}

func TestKnownFigures(t *testing.T) {
	t.Parallel()
	c := shipped(t)
	for _, test := range []struct {
		name, within string
		low, high    int
	}{
		{"United States", "", 332_200_066, 332_200_066}, // civilians, 2022
		{"Vermont", "US", 646_910, 646_910},
		{"Los Angeles County", "US-CA", 9_700_000, 10_110_000}, // the largest, 10,105,518 in 2018
		{"Kalawao County", "US-HI", 80, 90},                    // the smallest, 88 in 2018
		{"Kern County", "", 880_000, 910_000},
		{"springfield il", "", 110_000, 120_000},
		{"Springfield, Illinois", "", 110_000, 120_000},
		{"springfield", "US-MA", 150_000, 160_000},
		{"oxford", "GB", 140_000, 175_000},
		{"oxford, ms", "", 18_000, 30_000},
		{"St. Louis", "US-MO", 290_000, 320_000},
		{"saint louis", "US-MO", 290_000, 320_000},
		{"NYC", "", 8_000_000, 8_900_000},
		{"Fort Nelson", "CA-BC", 1_000, 5_000},
		{"Winston-Salem", "", 220_000, 260_000},
		{"Toronto", "CA-ON", 2_500_000, 3_000_000},
		{"Scotland", "", 5_400_000, 5_500_000},
		{"Melbourne, Victoria", "AU", 4_000_000, 5_200_000},
		{"Nairobi", "KE", 2_500_000, 4_800_000},
	} {
		if got := c.People(one(t, c, test.name, test.within)); got < test.low || got > test.high {
			t.Errorf("%s (%s) has %d people, want %d to %d", test.name, test.within, got, test.low, test.high)
		}
	}
}

func TestPostcodes(t *testing.T) {
	t.Parallel()
	c := shipped(t)
	for _, test := range []struct {
		digits, code string
		low, high    int
	}{
		{"01001", "US-MA", 16_769, 18_500}, // 16,769 in 2010, in a state that has grown since
		{"90210", "US-CA", 21_000, 24_000},
		{"036", "US-NH", 13_000, 15_500},
		{"606", "US-IL", 2_500_000, 2_800_000},
	} {
		a, ok := c.Postcode(test.digits)
		if got := c.People(a); !ok || got < test.low || got > test.high || c.Code(a) != test.code || c.Digits(a) != test.digits {
			t.Errorf("%s: %d people in %s called %s, %v; want %d to %d in %s", test.digits, got, c.Code(a), c.Digits(a), ok, test.low, test.high, test.code)
		}
	}
	for _, digits := range []string{"", "0", "000", "00000", "99999", "1234", "12a45", "123456789012345678901", "٣٤٥", "60601-"} {
		if a, ok := c.Postcode(digits); ok {
			t.Errorf("Postcode(%q) is area %d, want none", digits, a)
		}
	}
}

func TestBirths(t *testing.T) {
	t.Parallel()
	c := shipped(t)
	for _, test := range []struct {
		name, within string
		low, high    int
		known        bool
	}{
		{"Vermont", "US", 5_316, 5_316, true},
		{"United States", "", 3_667_758, 3_667_758, true},
		{"Los Angeles County", "US", 90_000, 125_000, true},
		{"British Columbia", "", 40_000, 50_000, true},
		{"Glasgow", "GB-SCT", 4_000, 8_000, true},
		{"Gibraltar", "", 0, 0, false},
	} {
		if got, known := c.Births(one(t, c, test.name, test.within)); got < test.low || got > test.high || known != test.known {
			t.Errorf("%s has %d births a year, %v; want %d to %d, %v", test.name, got, known, test.low, test.high, test.known)
		}
	}
}

func TestAged(t *testing.T) {
	t.Parallel()
	c := shipped(t)
	for _, test := range []struct {
		name        string
		first, last int
		sex         census.Sex
		low, high   int
	}{
		{"United States", 0, 0, census.Any, 3_683_000, 3_683_200},  // 3,683,113
		{"United States", 100, 110, census.Female, 45_000, 80_000}, // about 63,000 in 2020
		{"United States", 100, 110, census.Male, 12_000, 25_000},   // about 17,000
		{"Vermont", 0, 110, census.Male, 321_880, 321_890},         // 321,883
		{"Los Angeles County", 34, 34, census.Female, 60_000, 95_000},
		{"Kern County", 85, 110, census.Any, 8_000, 14_000},
	} {
		if got, ok := c.Aged(one(t, c, test.name, ""), test.first, test.last, test.sex); !ok || got < test.low || got > test.high {
			t.Errorf("%s has %d of %d to %d, sex %d, %v; want %d to %d", test.name, got, test.first, test.last, test.sex, ok, test.low, test.high)
		}
	}
	if n, ok := c.Aged(one(t, c, "Ontario", "CA"), 0, 110, census.Any); ok || n != 0 {
		t.Errorf("Ontario has %d by age, %v: nothing is known there", n, ok)
	}
}

func TestHospitals(t *testing.T) {
	t.Parallel()
	c := shipped(t)
	for _, test := range []struct {
		name, within string
		beds         int
		code         string
	}{
		{"Massachusetts General Hospital", "", 987, "US-MA"},
		{"massachusetts general", "US", 987, "US-MA"},
		{"The Johns Hopkins Hospital", "", 1003, "US-MD"},
		{"johns hopkins", "US-MD", 1003, "US-MD"},
		{"Vanderbilt", "US-TN", 954, "US-TN"},
	} {
		found := c.Hospitals(nil, text.Words(test.name), region(t, c, test.within))
		if len(found) == 0 {
			t.Errorf("%s is not found", test.name)
			continue
		}
		h := found[0]
		if h.Beds != test.beds || c.Code(h.Area) != test.code {
			t.Errorf("%s: %d beds in %s, want %d in %s", test.name, h.Beds, c.Code(h.Area), test.beds, test.code)
		}
		for what, n := range map[string]census.Count{"admissions": h.Admissions, "visits": h.Visits, "births": h.Births} {
			if n.Low <= 0 || n.Low > n.Likely || n.Likely > n.High {
				t.Errorf("%s: %s are %v", test.name, what, n)
			}
		}
	}
	if found := c.Hospitals(nil, text.Words("Massachusetts General Hospital"), region(t, c, "US-TX")); len(found) > 0 {
		t.Errorf("Massachusetts General is found in Texas")
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	c := shipped(t)
	if share, ok := c.Surname("smith"); !ok || share < 8_000_000 || share > 8_600_000 { // 828 of 100,000 in 2010
		t.Errorf("Smith: %d of a billion, %v", share, ok)
	}
	young, _ := c.Given("ethel", census.Female, census.Under40)
	old, ok := c.Given("ethel", census.Female, census.Over60)
	if !ok || old < 10*young {
		t.Errorf("Ethel: %d of a billion young women, %d of old ones", young, old)
	}
	men, _ := c.Given("mary", census.Male, census.AllAges)
	women, _ := c.Given("mary", census.Female, census.AllAges)
	if both, _ := c.Given("mary", census.Any, census.AllAges); both != (men+women)/2 || women < 10*men {
		t.Errorf("Mary: %d of men, %d of women, %d of all", men, women, both)
	}
	if _, ok := c.Given("qxzv", census.Any, census.AllAges); ok {
		t.Error("an invented name has a share")
	}
	if _, ok := c.Surname(""); ok {
		t.Error("no name has a share")
	}
}
