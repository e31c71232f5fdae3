package engine_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/link"
)

// post is a draft of a day in March 2026, by somebody who nurses.
func post(day int, text string) bedside.Draft {
	return bedside.Draft{
		Text: text, Time: bedside.Time{Time: time.Date(2026, 3, day, 12, 0, 0, 0, time.UTC)}, Author: bedside.Author{Role: "nurse"},
	}
}

// TestStays: where the author is these days, and not where they are on leave, where others are, or where they once were.
func TestStays(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text  string
		stays []string
		days  int // for which the first holds, from the post on
	}{
		{"Third night on at Whinmoor Infirmary, send biscuits", []string{"Whinmoor Infirmary"}, 180},
		{"Placement at Whinmoor Infirmary for six weeks", []string{"Whinmoor Infirmary"}, 63},
		{"Sunrise in Oban", []string{"Oban"}, 30},
		{"At a conference in Oban, too much shortbread", nil, 0},
		{"My mum is in Whinmoor Infirmary and they are lovely", nil, 0},
		{"Years ago I worked at Whinmoor Infirmary", nil, 0},
		{"Long day, good coffee", nil, 0},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			t.Parallel()
			r, err := checker(t).Record(post(12, tt.text))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, s := range r.Stays {
				if s.Kind == bedside.FactInstitution || s.Kind == bedside.FactPlace {
					got = append(got, tt.text[s.Span.Start:s.Span.End])
				}
			}
			if diff := cmp.Diff(tt.stays, got); diff != "" {
				t.Fatalf("stays (-want +got):\n%s", diff)
			}
			if len(got) > 0 && int(r.Stays[0].Days.Last-r.Day) != tt.days {
				t.Errorf("it holds for %d days, want %d", r.Stays[0].Days.Last-r.Day, tt.days)
			}
		})
	}
}

// TestJoined: which posts are put together. What joins them is in their words; what contradicts keeps them apart.
func TestJoined(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		posts []string // of consecutive days
		want  [][]int
	}{
		{
			"a by-name",
			[]string{"some nights you drive home and sit in the driveway a while", "driveway kid opened his eyes and asked what the score was. All of us cried.", "Rain.", "Bad news for my driveway kid. Cardiomyopathy, so that is hockey over."},
			[][]int{{0, 1, 3}},
		},
		{
			"a follow-up",
			[]string{"Admitted a lady with a pelvic fracture, her barn came down on her. She asked after the goats.", "Remember the lady with the pelvic fracture? She walked to the window, and the goats are on the news."},
			[][]int{{0, 1}},
		},
		{
			"two patients with the same everyday condition",
			[]string{"Patient with pneumonia, 71, kept singing.", "Patient with pneumonia, 34, kept sleeping."},
			nil,
		},
		{
			"a manikin by name",
			[]string{"Gerald, our manikin, has a new lung.", "Gerald came in with crushing chest pain and was dead by noon. He was alive again by tea."},
			nil,
		},
		{
			"the author's own illness",
			[]string{"My marmalade cat sat on my plaster cast all day.", "Consultant says my marmalade cat is not a splint. My wrist disagrees."},
			nil,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			e := checker(t)
			line := e.NewTimeline()
			for i, s := range tt.posts {
				r, err := e.Record(post(10+i, s))
				if err != nil {
					t.Fatal(err)
				}
				line.Add(r)
			}
			var got [][]int
			for _, c := range line.Clusters() {
				var posts []int
				for _, p := range c.Posts {
					posts = append(posts, p.Index)
				}
				got = append(got, posts)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("clusters (-want +got):\n%s", diff)
			}
		})
	}
}

// TestRecordsHoldNoWords: nothing of a post's text is kept, whatever is printed of its record.
func TestRecordsHoldNoWords(t *testing.T) {
	t.Parallel()
	r, err := checker(t).Record(post(12, "My patient Mrs Zwingelberg, 71, has moyamoya. Back at Whinmoor Infirmary tomorrow."))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Tellings) == 0 || len(r.Stays) == 0 {
		t.Fatalf("nothing is kept: %d tellings, %d stays", len(r.Tellings), len(r.Stays))
	}
	said := cmp.Diff(nil, r.Tellings) + cmp.Diff(nil, r.Stays) + cmp.Diff(nil, r.Echoes)
	for _, w := range []string{"Zwingelberg", "zwingelberg", "moyamoya", "Whinmoor", "whinmoor"} {
		if strings.Contains(said, w) {
			t.Errorf("a record holds %q", w)
		}
	}
	if i := slices.IndexFunc(r.Tellings[0].Details, func(d link.Detail) bool { return d.Kind == bedside.FactRareCondition }); i < 0 {
		t.Error("the rare condition is not among the details")
	}
}
