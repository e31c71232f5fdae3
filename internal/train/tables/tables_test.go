package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bedside/internal/train/source"
)

func TestCompile(t *testing.T) {
	t.Parallel()
	tables := compileFixture(t)
	for name, want := range map[string][]string{
		"words.txt":        {"the", "im", "grace", "river", "nurse"},
		"given_names.txt":  {"dorbert", "grace\tw", "ifezu", "zelda"},
		"surnames.txt":     {"okanpo", "plimton", "river\tw"},
		"regions.txt":      {"Arstotzka\tARZ\tcountry", "Plimton\t\tstate\tw"},
		"places.txt":       {"Big P\tUS\tOH\t20000", "Grace\tCA\tON\t90000\tw", "Plimton\tUS\tOH\t20000\tw", "Silty\tUS\tOH\t2000\tw", "Upper Fen\tGB\tENG\t0"},
		"towns.txt":        {"Elsewhere\tc", "Grace\tt\tw", "Hamlet\tt", "River\tv\tw", "Silty\tv\tw"},
		"institutions.txt": {"Fennick\thospital", "Plimton Regional Hospital\thospital", "Plimton University\tschool", "St McArdle's Hospital\thospital", "St McArdle's Hospital North Campus\thospital", "ZZTH\thospital"},
		"disorders.txt":    {"Plimton anaemia\t1", "Plimton anemia\t1", "Zebric syndrome\t0"},
	} {
		if got := tables[name]; !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", name, got, want)
		}
	}
}

func TestCompileIsDeterministic(t *testing.T) {
	t.Parallel()
	first := compileFixture(t)
	for range 5 {
		for name, lines := range compileFixture(t) {
			if !slices.Equal(first[name], lines) {
				t.Fatalf("%s differs between two runs", name)
			}
		}
	}
}

func TestPlacesKeepToTheirSize(t *testing.T) {
	t.Parallel()
	size := fixtureSizes()
	size.placesBytes = 45
	tables, err := compile(fixtureShared(), fixtureOwn(), size)
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		if table.name == "places.txt" && strings.Contains(strings.Join(table.lines, "\n"), "Silty") {
			t.Errorf("the smallest place is kept over the size bound: %q", table.lines)
		}
	}
}

func TestRunSaysThatTheSharedDataIsMissing(t *testing.T) {
	t.Parallel()
	var out, errs bytes.Buffer
	folder := filepath.Join(t.TempDir(), "nowhere")
	if status := run([]string{"-shared", folder}, &out, &errs); status != 2 {
		t.Errorf("status %d, want 2", status)
	}
	if !strings.Contains(errs.String(), "missing") || !strings.Contains(errs.String(), folder) {
		t.Errorf("unclear message: %q", errs.String())
	}
	errs.Reset()
	if status := run([]string{"-shared", t.TempDir()}, &out, &errs); status != 1 {
		t.Errorf("status %d, want 1", status)
	}
	if !strings.Contains(errs.String(), "SOURCE.txt") {
		t.Errorf("unclear message: %q", errs.String())
	}
}

func TestWriteWhole(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	entry := table{name: "x.txt", header: "# head", lines: []string{"a", "b"}}
	for range 2 {
		if err := writeWhole(folder, entry); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(filepath.Join(folder, "x.txt"))
	if err != nil || string(got) != "# head\na\nb\n" {
		t.Errorf("got %q, %v", got, err)
	}
	if left, _ := os.ReadDir(folder); len(left) != 1 {
		t.Errorf("%d files are left, want 1", len(left))
	}
}

func compileFixture(t *testing.T) map[string][]string {
	t.Helper()
	tables, err := compile(fixtureShared(), fixtureOwn(), fixtureSizes())
	if err != nil {
		t.Fatal(err)
	}
	lines := make(map[string][]string)
	for _, table := range tables {
		lines[table.name] = table.lines
	}
	return lines
}

func fixtureSizes() sizes {
	return sizes{words: 5, wordRows: 100, surnames: 2, placesBytes: 1_000, commonGiven: 1, commonLast: 1}
}

// fixtureShared is made of invented rows.
func fixtureShared() fstest.MapFS {
	cities := slices.Concat(
		encodeCity("Plimton", "US", "OH", 20_000),
		encodeCity("Plimton", "US", "OH", 12),
		encodeCity("Silty", "US", "OH", 2_000),
		encodeCity("River", "US", "OH", 9_000), // a word, and small
		encodeCity("Grace", "CA", "08", 90_000),
		encodeCity("Hamlet", "IN", "16", 50_000), // too small for its country
		encodeCity("Elsewhere", "FR", "11", 500_000),
		encodeCity("Old Plimton (historical)", "US", "OH", 30_000),
	)
	return fstest.MapFS{
		gloveFile:                                 file("the\t1\t2\t3\n,\t1\t2\t3\nplimton\t1\t2\t3\ngrace\t1\t2\t3\nriver\t1\t2\t3\nnurse\t1\t2\t3\nlast\t1\t2\t3\n"),
		"data/gazetteers/census_first_male.txt":   file("Dorbert\nThe\n"),
		"data/gazetteers/census_first_female.txt": file("Zelda\nGrace\n"),
		"data/gazetteers/census_last.txt":         file("Plimton\nRiver\nTooRare\n"),
		source.CitiesFile:                         &fstest.MapFile{Data: cities},
		hospitalsFile: file("hospital_name,city\n\"ST MCARDLE'S HOSP - NORTH CAMPUS, INC\",X\nMEMORIAL HOSPITAL,X\n" +
			"THE PLIMTON REG HOSP (OLD),X\n"),
		disordersFile: file(`{"1":{"disease_name":"Zebric syndrome"},"2":{"disease_name":"Plimton anemia"},"3":{"disease_name":"Common cold"},"4":{"disease_name":"Zebra disease"},` +
			`"5":{"disease_name":"Zebrin poisoning"},"6":{"disease_name":"A b c d e f g h"}}`),
		prevalencesFile: file("orpha_code\tdisease_name\ttype\tclass\n1\tZebric syndrome\tPoint prevalence\t<1 / 1 000 000\n1\tZebric syndrome\tPoint prevalence\tUnknown\n" +
			"3\tCommon cold\tPoint prevalence\t<1 / 1 000 000\n3\tCommon cold\tPoint prevalence\t>1 / 1000\n"),
		schoolsFile: file("domain\tname\nplimton.edu\tPlimton University, \nphs.org\tPlimton High School\nx.edu\tCommunity College\n"),
	}
}

func fixtureOwn() fstest.MapFS {
	return fstest.MapFS{
		"not_words.txt":          file("# names\nplimton"),
		"words_extra.txt":        file("the: im"),
		"given_extra.txt":        file("ifezu zelda"),
		"surnames_extra.txt":     file("okanpo"),
		"names_drop.txt":         file("the"),
		"rare_words.txt":         file("silty"),
		"places_extra.txt":       file("Big P = Plimton|US|OH\nUpper Fen|GB|ENG"),
		"regions_extra.txt":      file("Arstotzka|ARZ|country\nPlimton||state"),
		"institutions_extra.txt": file("hospital: ZZTH | Fennick"),
		"disorders_drop.txt":     file("zebra disease"),
	}
}

func file(content string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(content)} }

func encodeCity(name, country, admin string, people uint64) []byte {
	return source.AppendCity(nil, source.City{Name: name, Country: country, Admin: admin, People: people})
}
