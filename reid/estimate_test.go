package reid_test

import (
	"testing"

	"bedside"
	"bedside/reid"
)

// An invented country: its areas by number, so many people each, spread evenly over a hundred years and both sexes.
const (
	village reid.Area = iota + 1
	town
	city
	state
	country
	island // nobody knows the ages there
	nowhere
)

type invented struct{}

func (invented) Pyramid(a reid.Area, p *reid.Pyramid) (guessed, ok bool) {
	people := map[reid.Area]int64{village: 200, town: 20_000, city: 500_000, state: 5_000_000, country: 300_000_000, island: 5_000}[a]
	for s := range p {
		for y := range 100 {
			p[s][y] = people * 5
		}
	}
	return a == island, people > 0
}

// Meets: half of the people of a place go to the same one, a tenth to another.
func (invented) Meets(home, care reid.Place) reid.Share {
	if home.Area == care.Area {
		return reid.Share{Low: reid.Everybody / 4, Likely: reid.Everybody / 2, High: reid.Everybody}
	}
	return reid.Share{Low: reid.Everybody / 100, Likely: reid.Everybody / 10, High: reid.Everybody / 2}
}

// told makes details with words of their own out of values: the first at 10, the second at 20.
func told(values ...reid.Value) []reid.Detail {
	out := make([]reid.Detail, len(values))
	for i, v := range values {
		out[i] = reid.Detail{Kind: bedside.FactStory, Span: bedside.Span{Part: bedside.PartText, Start: 10 * (i + 1), End: 10*(i+1) + 5}, Value: v}
	}
	return out
}

func from(areas ...reid.Area) reid.Value {
	var v reid.Value
	for _, a := range areas {
		v.Places = append(v.Places, reid.Place{Area: a})
	}
	return v
}

func caredFor(a reid.Area, served int64) reid.Value {
	return reid.Value{Places: []reid.Place{{Area: a, Care: true, People: reid.Count{Low: served / 2, Likely: served, High: served * 2}}}}
}

func share(low, likely, high int64) reid.Value {
	return reid.Value{Share: reid.Share{Low: low, Likely: likely, High: high}}
}

// yearly is what befalls so many of a million in a year.
func yearly(perMillion int64) reid.Value {
	n := perMillion * 1000
	return reid.Value{Rates: []reid.Rate{{First: 0, Last: reid.Oldest, EveryYear: true, Share: reid.Share{Low: n, Likely: n, High: n}}}}
}

func age(first, last int) reid.Value { return reid.Value{Ages: reid.Years(first, last)} }
func days(n int32) reid.Value        { return reid.Value{Time: reid.Time{Length: n}} }

func TestEstimate(t *testing.T) {
	t.Parallel()
	woman := reid.Value{Sex: reid.Female}
	tests := []struct {
		name        string
		told        []reid.Detail
		least, most int // of the likely figure
	}{
		{"a state", told(from(state)), 4_900_000, 5_000_001},
		{"a year of age in a town", told(from(town), age(34, 34)), 200, 202},
		{"and a woman", told(from(town), age(34, 34), woman), 100, 102},
		{"a birthday", told(from(town), reid.Value{Ages: reid.Ages{First: 12_410, Last: 12_410}}, woman), 1, 2},
		{"the same told twice", told(from(town), age(34, 34), age(30, 39), woman, woman), 100, 102},
		{"one of two towns", told(from(town, city), age(34, 34)), 200, 202},
		{"a village in a state", told(from(state), from(village), age(34, 34)), 2, 4},
		{"a rare disorder", told(from(city), share(10_000, 20_000, 50_000)), 11, 11},
		{"what befalls a thousandth in a year", told(from(city), yearly(1000)), 495, 505},
		{"in ten days", told(from(city), yearly(1000), days(10)), 13, 19},
		{"at a hospital", told(caredFor(city, 100_000), yearly(1000), days(10)), 3, 5},
		{"the first of the year", told(from(city), reid.Value{Alone: true}, reid.Value{Setting: reid.Birth}), 1, 1},
		{"a story changes nothing likely", told(from(town), age(34, 34), reid.Value{}), 200, 202},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := reid.Estimate(invented{}, tt.told)
			if got.People == nil {
				t.Fatalf("no crowd: reason %d", got.Reason)
			}
			if c := got.People; c.Likely < tt.least || c.Likely > tt.most || c.Low > c.Likely || c.High < c.Likely || c.Low < 1 {
				t.Errorf("got %+v, want %d to %d", *c, tt.least, tt.most)
			}
		})
	}
}

// elders are a thousand people, half of them women, all in the open last year of age.
type elders struct{ invented }

func (elders) Pyramid(_ reid.Area, p *reid.Pyramid) (guessed, ok bool) {
	p[0][reid.Oldest], p[1][reid.Oldest] = 500_000, 500_000
	return false, true
}

// TestOldest: whoever is older than the last year that is counted is among those of that year.
func TestOldest(t *testing.T) {
	t.Parallel()
	for _, years := range [][2]int{{100, 100}, {104, 104}, {90, 115}, {101, 110}} {
		if got := reid.Estimate(elders{}, told(from(town), age(years[0], years[1]))).People; got == nil || got.Likely != 1000 {
			t.Errorf("%d to %d: %+v, want 1000", years[0], years[1], got)
		}
	}
	if got := reid.Estimate(elders{}, told(from(town), age(89, 99))).People; got == nil || got.Likely != 1 {
		t.Errorf("89 to 99: %+v, want nobody else", got)
	}
}

// TestNoCrowd: a figure is never guessed.
func TestNoCrowd(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		told []reid.Detail
		want reid.Reason
	}{
		{"nothing", nil, reid.NoPlace},
		{"no place", told(age(34, 34), share(1, 10, 100)), reid.NoPlace},
		{"a place nobody counted", told(from(nowhere), age(34, 34)), reid.NoFigures},
		{"only a story", append(told(reid.Value{}), reid.Detail{Value: from(state)}), reid.OnlyStory},
		{"only a lady", append(told(reid.Value{}, reid.Value{Sex: reid.Female}), reid.Detail{Value: from(state)}), reid.OnlyStory},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := reid.Estimate(invented{}, tt.told); got.People != nil || got.Reason != tt.want || got.Costliest != -1 {
				t.Errorf("got %+v, reason %d, want %d", got.People, got.Reason, tt.want)
			}
		})
	}
}

// TestWider: where ages are a guess, the figures lie further apart.
func TestWider(t *testing.T) {
	t.Parallel()
	known, guessed := reid.Estimate(invented{}, told(from(town), age(30, 39))).People, reid.Estimate(invented{}, told(from(island), age(30, 39))).People
	if known.High/known.Low > 1 || guessed.High/guessed.Low < 3 {
		t.Errorf("known %+v, guessed %+v", *known, *guessed)
	}
}

func TestCostliestOfCrowd(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		told []reid.Detail
		want int
	}{
		{"the rarest", told(age(30, 39), share(10, 20, 50)), 1},
		{"the day", told(yearly(100_000), days(1)), 1},
		{"the village", told(age(30, 39), from(village)), 1},
		{"what has no words cannot be left out", append(told(age(34, 34)), reid.Detail{Value: from(village)}), 0},
		{"the first of two alike", told(share(10, 20, 50), share(10, 20, 50)), 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := reid.Estimate(invented{}, append(tt.told, reid.Detail{Value: from(state)})).Costliest; got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}

// TestAbove: the fewest details are left out, the costliest first.
func TestAbove(t *testing.T) {
	t.Parallel()
	details := append(told(age(34, 34), share(100_000, 200_000, 300_000), reid.Value{Sex: reid.Female}), reid.Detail{Value: from(city)})
	if leave, ok := reid.Above(invented{}, details, 11); !ok || len(leave) != 1 || leave[0] != 1 {
		t.Errorf("11: leave %v, %t", leave, ok)
	}
	if leave, ok := reid.Above(invented{}, details, 20_000); !ok || len(leave) != 2 || leave[1] != 0 {
		t.Errorf("20,000: leave %v, %t", leave, ok)
	}
	if _, ok := reid.Above(invented{}, details, 600_000); ok {
		t.Error("nobody can hide among more people than there are")
	}
}
