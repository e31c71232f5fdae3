package worth_test

import (
	"strings"
	"testing"

	"bedside"
	"bedside/census"
	"bedside/reid"
)

func TestAges(t *testing.T) {
	t.Parallel()
	s := scaleOf(t, inMinnesota)
	days := func(first, last int32) reid.Ages { return reid.Ages{First: first, Last: last} }
	tests := []struct {
		words string
		want  reid.Ages
	}{
		{"34", reid.Years(34, 34)},
		{"34yo", reid.Years(34, 34)},
		{"thirty-four-year-old", reid.Years(34, 34)},
		{"aged 34", reid.Years(34, 34)},
		{"in her 30s", reid.Years(30, 39)},
		{"in his sixties", reid.Years(60, 69)},
		{"early thirties", reid.Years(30, 33)},
		{"late 80s", reid.Years(86, 89)},
		{"fifty-something", reid.Years(50, 59)},
		{"octogenarian", reid.Years(80, 89)},
		{"in his teens", reid.Years(13, 19)},
		{"3-day-old", days(3, 3)},
		{"6 weeks old", days(42, 48)},
		{"8mo old", days(240, 269)},
		{"18/12", days(540, 569)},
		{"3/52", days(21, 27)},
		{"DOL 6", days(6, 6)},
		{"turned 71", reid.Years(70, 71)},
		{"pushing 80", reid.Years(77, 79)},
		{"2.5 yo", reid.Years(2, 2)},
		{"boy of 9", reid.Years(9, 9)},
		{"a hundred and two year old", reid.Years(102, 102)},
	}
	for _, tt := range tests {
		if got := valueOf(s, bedside.FactAge, tt.words, "").Ages; got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.words, got, tt.want)
		}
	}
	if got := valueOf(s, bedside.FactAgeOver89, "centenarian", "").Ages; got.First != 100*reid.DaysOfYear {
		t.Errorf("centenarian: %+v", got)
	}
}

// TestPersons: what a word for a person says of them, and what a word for a relative does not.
func TestPersons(t *testing.T) {
	t.Parallel()
	s := scaleOf(t, inMinnesota)
	tests := []struct {
		words string
		sex   reid.Sex
		age   int // one that fits, -1 for any
		not   int // one that does not, -1 for none
	}{
		{"an elderly lady", reid.Female, 80, 40},
		{"a toddler", reid.AnySex, 2, 9},
		{"this gentleman", reid.Male, 50, 10},
		{"a man and a woman", reid.AnySex, 50, -1},
		{"mother of two boys", reid.Female, 30, 5},
		{"his wife", reid.AnySex, -1, -1},
		{"a patient", reid.AnySex, -1, -1},
		{"teenage girl", reid.Female, 15, 30},
	}
	for _, tt := range tests {
		v := valueOf(s, bedside.FactPersonSomeone, tt.words, "")
		if v.Sex != tt.sex {
			t.Errorf("%s: sex %d, want %d", tt.words, v.Sex, tt.sex)
		}
		if tt.age < 0 && v.Ages.Told() || tt.age >= 0 && !within(v.Ages, tt.age) || tt.not >= 0 && within(v.Ages, tt.not) {
			t.Errorf("%s: ages %+v", tt.words, v.Ages)
		}
	}
}

func within(a reid.Ages, year int) bool {
	y := reid.Years(year, year)
	return a.First <= y.First && y.Last <= a.Last
}

func TestTimes(t *testing.T) {
	t.Parallel()
	dated, undated := scaleOf(t, inMinnesota), scaleOf(t, `{"text":"x","author":{"jurisdiction":"US-MN"}}`)
	tests := []struct {
		words  string
		length int32
	}{{"yesterday", 1}, {"this morning", 1}, {"3/4/2026", 1}, {"March 2025", 31}, {"the other day", 2}, {"this week", 7}}
	for _, tt := range tests {
		for _, s := range []struct {
			name string
			got  reid.Time
		}{{"dated", valueOf(dated, bedside.FactDate, tt.words, "").Time}, {"undated", valueOf(undated, bedside.FactDate, tt.words, "").Time}} {
			if s.got.Length < tt.length || s.got.Length > tt.length+7 || s.name == "undated" && s.got.Days != nil {
				t.Errorf("%s, %s: %+v, want %d days", tt.words, s.name, s.got, tt.length)
			}
		}
	}
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	c := shipped(t)
	tests := []struct {
		name, author, words, behind string
		kind                        bedside.FactKind
		in                          string // the code of the state or country
		least, most                 int    // people of the first
	}{
		{"the author's state first", `"jurisdiction":"US-MN"`, "Rochester", "", bedside.FactPlace, "US-MN", 100_000, 140_000},
		{"the state behind it", `"jurisdiction":"US-MN"`, "Rochester", ", NY", bedside.FactPlace, "US-NY", 180_000, 230_000},
		{"the state behind it, in full", `"jurisdiction":"US-MN"`, "Portland", ", Maine yesterday", bedside.FactPlace, "US-ME", 55_000, 80_000},
		{"the author's country", `"jurisdiction":"GB"`, "Truro", "", bedside.FactPlace, "GB-ENG", 15_000, 30_000},
		{"by the author's town", `"location":"Halifax, Nova Scotia"`, "Truro", "", bedside.FactPlace, "CA-NS", 8_000, 30_000},
		{"a county", `"jurisdiction":"US-CA"`, "Kern County", "", bedside.FactPlace, "US-CA", 850_000, 950_000},
		{"a postcode", `"jurisdiction":"US-MN"`, "zip 55805", "", bedside.FactPostcode, "US-MN", 5_000, 15_000},
		{"a hospital", `"jurisdiction":"US-MN","location":"Duluth"`, "St. Luke's Hospital", "", bedside.FactInstitution, "US-MN", 60_000, 120_000},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := valueOf(scaleOf(t, `{"text":"x","author":{`+tt.author+`}}`), tt.kind, tt.words, tt.behind).Places
			if len(got) == 0 {
				t.Fatal("no place")
			}
			a := census.Area(got[0].Area)
			if code, n := c.Code(a), c.People(a); code != tt.in || n < tt.least || n > tt.most {
				t.Errorf("%s with %d people, want %s with %d to %d", code, n, tt.in, tt.least, tt.most)
			}
		})
	}
}

// TestNoFigures: what no table counts has no value.
func TestNoFigures(t *testing.T) {
	t.Parallel()
	s, abroad := scaleOf(t, inMinnesota), scaleOf(t, `{"text":"x","author":{"jurisdiction":"KE"}}`)
	for _, tt := range []struct {
		kind  bedside.FactKind
		words string
	}{
		{bedside.FactStory, "sold her car"},
		{bedside.FactOccupation, "kelp harvester"},
		{bedside.FactInstitution, "Hill Primary School"},
		{bedside.FactCondition, "the lurgy"},
		{bedside.FactPlace, "Nowhereville"},
		{bedside.FactRecord, "the oldest patient I ever saw"},
	} {
		if v := valueOf(s, tt.kind, tt.words, ""); v.Told() {
			t.Errorf("%s %s: %+v", tt.kind, tt.words, v)
		}
	}
	if v := valueOf(abroad, bedside.FactEthnicity, "Somali", ""); v.Told() {
		t.Errorf("origins are counted in the United States only: %+v", v)
	}
}

// TestShares: rarer words fit fewer people, and every share lies between its least and its most.
func TestShares(t *testing.T) {
	t.Parallel()
	s := scaleOf(t, inMinnesota)
	tests := []struct {
		kind         bedside.FactKind
		common, rare string
	}{
		{bedside.FactName, "Maria Smith", "Zelda Kowalczyk"},
		{bedside.FactName, "Maria", "Maria Gonzalez"},
		{bedside.FactEthnicity, "hispanic", "somali"},
		{bedside.FactOccupation, "a teacher", "a retired judge"},
	}
	for _, tt := range tests {
		a, b := likely(t, valueOf(s, tt.kind, tt.common, "")), likely(t, valueOf(s, tt.kind, tt.rare, ""))
		if a <= b {
			t.Errorf("%s: %d of a billion, %s: %d", tt.common, a, tt.rare, b)
		}
	}
	if v := valueOf(s, bedside.FactOccupation, "retired bus driver", ""); v.Rates[0].First < 50 {
		t.Errorf("a retired bus driver of %d", v.Rates[0].First)
	}
}

func likely(t *testing.T, v reid.Value) int64 {
	t.Helper()
	share := v.Share
	if len(v.Rates) > 0 {
		share = v.Rates[0].Share
	}
	if share.Low > share.Likely || share.Likely > share.High || share.High > reid.Everybody || share.High == 0 {
		t.Errorf("share %+v", share)
	}
	return share.Likely
}

// TestSettings: wards say who is there and how they came.
func TestSettings(t *testing.T) {
	t.Parallel()
	s := scaleOf(t, inMinnesota)
	for words, want := range map[string]reid.Setting{
		"in the ED": reid.Emergency, "our ICU": reid.Intensive, "labour ward": reid.Birth, "on our ward": reid.Inpatient, "the clinic": reid.AnySetting,
	} {
		if got := valueOf(s, bedside.FactWard, words, "").Setting; got != want {
			t.Errorf("%s: %d, want %d", words, got, want)
		}
	}
	if v := valueOf(s, bedside.FactRecord, "first baby of the new year", ""); !v.Alone || v.Setting != reid.Birth {
		t.Errorf("the first baby of the year: %+v", v)
	}
	if v := valueOf(s, bedside.FactMultipleBirth, "triplets", ""); v.Setting != reid.Birth || len(v.Rates) == 0 {
		t.Errorf("triplets: %+v", v)
	}
}

// FuzzValue: whatever the words, a value is sound.
func FuzzValue(f *testing.F) {
	s := scaleOf(f, inMinnesota)
	for _, w := range []string{"34F", "Duluth, MN", "3-day-old", "DOB 3/4/1961", "St. Luke's Hospital", "appendicitis", "SW1A 1AA", "Mrs. G", strings.Repeat("9", 40)} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, words string) {
		for k := bedside.FactKind(1); int(k) < bedside.FactCount; k++ {
			v := valueOf(s, k, words, "")
			if v.Ages.First < 0 || v.Ages.First > v.Ages.Last || v.Time.Length < 0 {
				t.Fatalf("%s: %+v", k, v)
			}
			for _, r := range v.Rates {
				if r.Share.Low < 0 || r.Share.Low > r.Share.High || r.Share.High > reid.Everybody {
					t.Fatalf("%s: %+v", k, r)
				}
			}
			if v.Share.Low < 0 || v.Share.High > reid.Everybody {
				t.Fatalf("%s: %+v", k, v.Share)
			}
			for _, p := range v.Places {
				if p.Area == 0 || p.Care && p.People.High == 0 {
					t.Fatalf("%s: %+v", k, p)
				}
			}
		}
	})
}
