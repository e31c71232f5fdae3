package link_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/calendar"
	"bedside/link"
)

// said is a detail at a place of its own.
func said(kind bedside.FactKind, word string, at int) link.Detail {
	return link.Detail{Kind: kind, Key: link.Hash(word), Span: bedside.Span{Part: bedside.PartText, Start: at, End: at + len(word)}}
}

// tells is the record of a post of a day that tells of one patient.
func tells(day calendar.Day, details ...link.Detail) link.Record {
	return link.Record{Day: day, Dated: true, Tellings: []link.Telling{{Timed: true, Days: calendar.Interval{First: day, Last: day}, Details: details}}}
}

// stays is the record of a post that says where its author is.
func stays(day calendar.Day, place string) link.Record {
	return link.Record{Day: day, Dated: true, Stays: []link.Stay{{
		Detail: said(bedside.FactInstitution, place, 0), Days: calendar.Interval{First: day - 10, Last: day + 40},
	}}}
}

// shape is a cluster as a test says it: who gains, which posts, and the one to change.
type shape struct {
	Gained []string
	Posts  []int
	Change int
}

func shapes(found []link.Cluster) []shape {
	out := []shape{}
	for _, c := range found {
		s := shape{Gained: c.Gained, Change: c.Change}
		for _, p := range c.Posts {
			s.Posts = append(s.Posts, p.Index)
		}
		out = append(out, s)
	}
	return out
}

func TestClusters(t *testing.T) {
	t.Parallel()
	captain := said(bedside.FactOccupation, "ferry captain", 10)
	rare := said(bedside.FactRareCondition, "moyamoya", 20)
	gout := said(bedside.FactCondition, "gout", 20)
	age := said(bedside.FactAge, "34", 5)
	age.From, age.To = 34, 34
	young := age
	young.From, young.To = 12, 12
	tests := []struct {
		name  string
		posts []link.Record
		want  []shape
	}{
		{"a rare condition, and where the author is", []link.Record{stays(100, "St Brannock"), tells(104, rare)}, []shape{{[]string{"stranger"}, []int{0, 1}, 1}}},
		{"the place is told later", []link.Record{tells(104, rare), stays(108, "St Brannock")}, []shape{{[]string{"stranger"}, []int{0, 1}, 0}}},
		{"an everyday condition", []link.Record{stays(100, "St Brannock"), tells(104, gout, age)}, []shape{}},
		{"the author had left long before", []link.Record{stays(100, "St Brannock"), tells(190, rare)}, []shape{}},
		{"no place", []link.Record{tells(100, rare), tells(104, rare)}, []shape{}},
		{"one post says it all", []link.Record{{Day: 100, Dated: true, Tellings: tells(100, rare, said(bedside.FactInstitution, "St Brannock", 40)).Tellings}}, []shape{}},
		{"joined by the rare condition", []link.Record{stays(100, "St Brannock"), tells(104, rare), tells(110, rare, captain)}, []shape{{[]string{"stranger"}, []int{0, 1, 2}, 2}}},
		{"ages contradict", []link.Record{tells(104, rare, age), tells(110, rare, young)}, []shape{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			line := link.NewTimeline(nil)
			for i, r := range tt.posts {
				if got := line.Add(r); got != i {
					t.Fatalf("post %d has index %d", i, got)
				}
			}
			if diff := cmp.Diff(tt.want, shapes(line.Clusters())); diff != "" {
				t.Errorf("clusters (-want +got):\n%s", diff)
			}
		})
	}
}

// TestNamedTime: a post that names when the patient was told of goes on with the only one of that time, however long ago.
func TestNamedTime(t *testing.T) {
	t.Parallel()
	captain, gout := said(bedside.FactOccupation, "ferry captain", 10), said(bedside.FactCondition, "gout", 20)
	sugar := said(bedside.FactCondition, "diabetes", 20)
	again := tells(300, sugar)
	again.Tellings[0].Follows, again.Tellings[0].Since = true, calendar.Interval{First: 90, Last: 120}
	for _, tt := range []struct {
		name  string
		posts []link.Record
		want  int
	}{
		{"the only one", []link.Record{tells(100, captain, gout), tells(200, gout), again}, 1},
		{"two of that time", []link.Record{tells(100, captain, gout), tells(110, gout), again}, 0},
		{"nobody then", []link.Record{tells(200, captain, gout), again}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			line := link.NewTimeline(nil)
			for _, r := range tt.posts {
				line.Add(r)
			}
			if got := line.Clusters(); len(got) != tt.want {
				t.Errorf("got %+v, want %d", shapes(got), tt.want)
			}
		})
	}
}

// TestAsk: the last post, asked about instead of added, reveals the same, with the index -1; nothing is added by asking.
func TestAsk(t *testing.T) {
	t.Parallel()
	rare := said(bedside.FactRareCondition, "moyamoya", 20)
	line := link.NewTimeline(nil)
	line.Add(stays(100, "St Brannock"))
	for range 2 {
		if diff := cmp.Diff([]shape{{[]string{"stranger"}, []int{0, -1}, -1}}, shapes(line.Ask(tells(104, rare)))); diff != "" {
			t.Errorf("a patient (-want +got):\n%s", diff)
		}
	}
	line.Add(tells(104, rare))
	if diff := cmp.Diff([]shape{}, shapes(line.Ask(stays(108, "St Brannock")))); diff != "" {
		t.Errorf("a place that was told before (-want +got):\n%s", diff)
	}
	line = link.NewTimeline(nil)
	line.Add(tells(104, rare))
	if diff := cmp.Diff([]shape{{[]string{"stranger"}, []int{0, -1}, 0}}, shapes(line.Ask(stays(108, "St Brannock")))); diff != "" {
		t.Errorf("a place (-want +got):\n%s", diff)
	}
}
