package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bedside/census"
	"bedside/internal/train/source"
	"bedside/text"
)

// fixture is an invented country with one state, under the file names of the real one.
func fixture() inputs {
	bands := strings.Join(fiveYears, ",")
	tens := strings.Repeat(",10", len(fiveYears))
	return inputs{
		shared: fstest.MapFS{
			statesFile:    file("state,state_name,geo_id,population\nPL,Plim,77,1000\nZZ,Unpeopled,78,5\n"),
			agesFile:      file("NAME,SEX,AGE,POPEST2022_CIV\n" + ages()),
			birthsFile:    file("\"Plim\"\t\"77\"\t\"2021\"\t\"2021\"\t11\t1000\t11\n\"Plim\"\t\"77\"\t\"2022\"\t\"2022\"\t40\t1000\t40\n"),
			countiesFile:  file("statecountyfips,geo_display,est2018_all," + bands + "\n77003,\"Fen County, Plim\",200" + tens + "\n77001,\"Ash County, Plim\",300" + tens + "\n"),
			zctaFile:      file("\ufeffZip Code ZCTA,2010 Census Population,Country\n7701,50,US\n7702,25,US\n7702,25,US\n90001,100,US\n"),
			zipsFile:      file("US\t07701\tFenton\tPlim\tPL\tFen\t003\t\t\t40.0\t-80.0\t1\nUS\t07702\tAshby\tPlim\tPL\tAsh\t001\t\t\t41.0\t-80.0\t1\nUS\t90001\tFarby\tPlim\tPL\tAsh\t001\t\t\t42.0\t-80.0\t1\nUS\t00501\tPost\tX\tXX\tX\t001\t\t\t1\t1\t1\n"),
			townsFile:     file("geoname_id,name,country,admin1,feature,population,lat,lon\n1,Ashby,US,PL,PPL,90,40.0,-80.0\n2,Fenton,US,PL,PPL,60,40.0,-80.0\n3,Nowhere,US,PL,PPL,0,40.0,-80.0\n4,Great Ashby,US,PL,PPL,999,40.0,-80.0\n"),
			hospitalsFile: file("hospital_name,hospital_type,city,state,statecountyfips,emergency_services,days_in_period,subtotal_acute_beds_1400,labor_delivery_beds_3200,subtotal_acute_bed_days_1400\n\"FENTON REG MED CTR, INC\",Acute Care Hospitals,FENTON,PL,77003,TRUE,364,20,2,3650\nLITTLE ONES,Childrens,NOPLACE,PL,77001,FALSE,364,10,,\n"),
			source.CitiesFile: &fstest.MapFile{Data: slices.Concat(
				source.AppendCity(nil, source.City{Name: "Elsewhere City", Country: "XA", Admin: "9", People: 123_456}),
				source.AppendCity(nil, source.City{Name: "Unknown", Country: "XA", Admin: "9"}),
			)},
		},
		places: fstest.MapFS{"places_extra.txt": file("# by-names\nFenny = Fenton|US|PL\nUpper Fen|US|PL\n")},
		own: fstest.MapFS{
			"countries.tsv":  file("US\tPlimland||PLD\t9\t100\nXA\tArcadia\t700\t200\n"),
			"states.tsv":     file("XA\tN\t9\tNether||NE\t650000\t0\n"),
			"counties.tsv":   file("XA\tN\tLow Nether\t40\n"),
			"towns.tsv":      file("Ash = Ash County|US|PL\n"),
			"hospitals.tsv":  file("FGH|Old Fenton	FENTON REG	PL\n"),
			"given.tsv":      file("zelda\tf\t90\t80\t70\t60\t50\n"),
			"surnames.tsv":   file("plimton\t12\n"),
			"conditions.tsv": file("plim fever|haemofever\tyearly\tany\t0-110\t1.5\t3\tinvented 2020\nplim fever|haemofever\thaving\tfemale\t20-40\t10\t20\tinvented 2020\n"),
		},
	}
}

func file(content string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(content)} }

// ages are four men and six women of each year of age up to 84, and 150 people who are older.
func ages() string {
	var b strings.Builder
	for _, name := range []string{"United States", "Plim"} {
		b.WriteString(name + ",0,999,1000\n")
		for age := range 85 {
			n := itoa(age)
			b.WriteString(name + ",1," + n + ",4\n" + name + ",2," + n + ",6\n")
		}
		b.WriteString(name + ",1,85,60\n" + name + ",2,85,90\n")
	}
	return b.String()
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}

func compiled(t *testing.T) *census.Table {
	t.Helper()
	b, err := compile(fixture())
	if err != nil {
		t.Fatal(err)
	}
	c, err := census.Load(b)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCompilePlaces(t *testing.T) {
	t.Parallel()
	c := compiled(t)
	for _, test := range []struct {
		name, code, parent string
		people             int
	}{
		{"Plimland", "US", "", 1000},
		{"Arcadia", "XA", "", 650_000}, // as many as its states
		{"Plim", "US-PL", "Plimland", 1000},
		{"Ash County", "US-PL", "Plim", 600}, // 300 of 500, in a state of 1000
		{"Ash", "US-PL", "Plim", 600},
		{"fen county", "US-PL", "Plim", 400},
		{"Low Nether", "XA-N", "Nether", 40_000},
		{"Ashby", "US-PL", "Ash County", 90},
		{"Great Ashby, PL", "US-PL", "Plim", 999}, // more than its county
		{"Fenny", "US-PL", "Fen County", 60},
		{"Fenton PLD", "US-PL", "Fen County", 60},
		{"Elsewhere", "XA-N", "Nether", 120_000},
		{"Elsewhere City NE", "XA-N", "Nether", 120_000},
		{"Elsewhere, Low Nether", "XA-N", "Nether", 120_000},
	} {
		found := c.Places(nil, text.Words(test.name), 0)
		if len(found) != 1 {
			t.Errorf("%s: %d areas, want one", test.name, len(found))
			continue
		}
		if a := found[0]; c.People(a) != test.people || c.Code(a) != test.code || c.Name(c.Parent(a)) != test.parent {
			t.Errorf("%s: %d people in %s, in %q; want %d in %s, in %q", test.name, c.People(a), c.Code(a), c.Name(c.Parent(a)), test.people, test.code, test.parent)
		}
	}
	for _, name := range []string{"Nowhere", "Unknown", "NE", "Upper Fen", "Fenton, Arcadia"} {
		if found := c.Places(nil, text.Words(name), 0); len(found) != 0 {
			t.Errorf("%s is found: %v", name, found)
		}
	}
}

func TestCompilePostcodes(t *testing.T) {
	t.Parallel()
	c := compiled(t)
	for digits, want := range map[string]int{"07701": 250, "07702": 250, "90001": 500, "077": 500, "900": 500, "00501": 0, "005": 0} {
		if a, ok := c.Postcode(digits); c.People(a) != want || ok != (want > 0) {
			t.Errorf("%s has %d people, %v; want %d", digits, c.People(a), ok, want)
		}
	}
}

func TestCompileAges(t *testing.T) {
	t.Parallel()
	c := compiled(t)
	plim, _ := c.Region("US-PL")
	for _, test := range []struct {
		first, last int
		sex         census.Sex
		want        int
	}{{0, 110, census.Any, 1000}, {0, 110, census.Female, 600}, {30, 30, census.Male, 4}, {85, 110, census.Any, 150}, {85, 85, census.Female, 14}, {85, 110, census.Male, 60}, {111, 120, census.Any, 0}, {40, 30, census.Any, 0}} {
		if n, ok := c.Aged(plim, test.first, test.last, test.sex); n != test.want || !ok {
			t.Errorf("%d people of %d to %d and sex %d, %v; want %d", n, test.first, test.last, test.sex, ok, test.want)
		}
	}
	ash := c.Places(nil, []string{"ash", "county"}, 0)[0]
	if n, _ := c.Aged(ash, 0, 4, census.Any); n < 32 || n > 34 { // one of eighteen bands of 600
		t.Errorf("%d children under five, want 33", n)
	}
	if n, ok := c.Births(plim); n != 40 || !ok {
		t.Errorf("%d births, %v; want 40", n, ok)
	}
}

func TestCompileHospitals(t *testing.T) {
	t.Parallel()
	c := compiled(t)
	for _, name := range []string{"Fenton Regional Medical Center", "the fenton regional", "Fenton Regional Hospital", "Fenton", "FGH", "old fenton"} {
		found := c.Hospitals(nil, text.Words(name), 0)
		if len(found) != 1 {
			t.Errorf("%s: %d hospitals, want one", name, len(found))
			continue
		}
		h := found[0]
		if c.People(h.Area) != 60 || h.Beds != 20 || h.LabourBeds != 2 || h.BedDays != 3650 || !h.Emergencies || h.Admissions.Likely != 793 || h.Births != (census.Count{Low: 19, Likely: 57, High: 171}) {
			t.Errorf("%s: %+v", name, h)
		}
	}
	for _, h := range c.Hospitals(nil, []string{"little", "ones"}, 0) {
		if h.Kind != census.Childrens || h.Births.High != 0 || h.Visits.High != 0 || h.BedDays != 2190 { // ten beds, six tenths full
			t.Errorf("a children's hospital: %+v", h)
		}
	}
}

func TestCompileShares(t *testing.T) {
	t.Parallel()
	c := compiled(t)
	if n, ok := c.Given("zelda", census.Female, census.Over60); n != 5000 || !ok {
		t.Errorf("%d of a billion women of 60 and more are called Zelda, %v", n, ok)
	}
	if n, ok := c.Surname("plimton"); n != 1200 || !ok {
		t.Errorf("%d of a billion are called Plimton, %v", n, ok)
	}
	for _, words := range []string{"plim fever", "her plim fevers", "hemofever"} {
		rates := c.Condition(text.Words(words))
		if len(rates) != 2 || rates[0] != (census.Rate{Measure: census.Yearly, Last: 110, Low: 15_000, High: 30_000}) || rates[1].Sex != census.Female {
			t.Errorf("%s: %+v", words, rates)
		}
	}
}

func TestCompileIsDeterministic(t *testing.T) {
	t.Parallel()
	first, err := compile(fixture())
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		if again, err := compile(fixture()); err != nil || !bytes.Equal(first, again) {
			t.Fatalf("two runs differ: %v", err)
		}
	}
}

func TestBadListsAreRefused(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ file, content, want string }{
		{"conditions.tsv", "plim fever\tdaily\tany\t0-110\t1\t2\tx", `unknown measure "daily"`},
		{"conditions.tsv", "plim fever\tyearly\tboth\t0-110\t1\t2\tx", `unknown sex "both"`},
		{"conditions.tsv", "plim fever\tyearly\tany\t40-20\t1\t2\tx", `ages "40-20"`},
		{"conditions.tsv", "plim fever\tyearly\tany\t0-110\t3\t2\tx", `low "3", high "2"`},
		{"conditions.tsv", "plim fever\tyearly\tany\t0-110\t3\t200000\tx", `high "200000"`},
		{"conditions.tsv", "plim fever\tyearly\tany\t0-110\t0.00001\t2\tx", "more than 4 decimals"},
		{"conditions.tsv", "a\tyearly\tany\t0-110\t1\t2\tx\na|b\tyearly\tany\t0-110\t1\t2\tx", "stands in two lines"},
		{"conditions.tsv", "one two three four five six seven\tyearly\tany\t0-110\t1\t2\tx", "more than 6 words are not looked at"},
		{"conditions.tsv", "plim fever\tyearly", "want 7"},
		{"countries.tsv", "US\tPlimland\t9\t100", `no country "XA"`},
		{"counties.tsv", "XA\tQ\tHigh Nether\t40", "lies nowhere"},
		{"hospitals.tsv", "X\tNO SUCH\tPL", "0 hospitals in PL"},
		{"towns.tsv", "Fenny = Fenton", "want name|country|state"},
	} {
		in := fixture()
		in.own.(fstest.MapFS)[test.file] = file(test.content + "\n")
		if _, err := compile(in); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s with %q: error %v, want %q", test.file, test.content, err, test.want)
		}
	}
}

func TestRunSaysWhatIsMissing(t *testing.T) {
	t.Parallel()
	var out, errs bytes.Buffer
	folder := filepath.Join(t.TempDir(), "nowhere")
	if status := run([]string{"-shared", folder}, &out, &errs); status != 2 || !strings.Contains(errs.String(), "there is no folder "+folder) {
		t.Errorf("status %d: %s", status, &errs)
	}
	errs.Reset()
	target := filepath.Join(t.TempDir(), "census.bin")
	if status := run([]string{"-shared", t.TempDir(), "-out", target}, &out, &errs); status != 1 || !strings.Contains(errs.String(), "lacks a file") {
		t.Errorf("status %d: %s", status, &errs)
	}
	if _, err := os.Stat(target); err == nil {
		t.Error("a table is written although sources are missing")
	}
	if status := run([]string{"more"}, &out, &errs); status != 2 {
		t.Errorf("status %d for an argument", status)
	}
}
