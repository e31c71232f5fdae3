package link_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/link"
)

// story is the record of a post of a day that tells so much of a story, in tenths.
func story(tenths int32, r link.Record) link.Record {
	for i := range r.Tellings {
		r.Tellings[i].Story = tenths << 12 / 10
	}
	return r
}

// TestStories: what the reader sees of a story decides what is found, how surely, and which post is to be changed.
func TestStories(t *testing.T) {
	t.Parallel()
	gout, drug := said(bedside.FactCondition, "gout", 20), said(bedside.FactDrug, "pills", 30)
	place := stays(100, "St Brannock")
	tests := []struct {
		name  string
		posts []link.Record
		want  []shape
		sure  bool
	}{
		{"a story, and where the author is", []link.Record{place, story(20, tells(104, gout))}, []shape{{[]string{"stranger"}, []int{0, 1}, 1}}, false},
		{"so much of one that it is sure", []link.Record{place, story(40, tells(104, gout))}, []shape{{[]string{"stranger"}, []int{0, 1}, 1}}, true},
		{"less than a story", []link.Record{place, story(10, tells(104, gout))}, []shape{}, false},
		{"a story long after the place was told", []link.Record{place, story(40, tells(300, gout))}, []shape{{[]string{"stranger"}, []int{0, 1}, 1}}, true},
		{"years after", []link.Record{place, story(40, tells(800, gout))}, []shape{}, false},
		{"a story that goes on", []link.Record{story(5, tells(100, gout)), story(20, tells(130, drug))}, []shape{{[]string{"family", "colleague"}, []int{0, 1}, 1}}, false},
		{"the first tells most", []link.Record{story(40, tells(100, gout)), story(5, tells(130, drug))}, []shape{{[]string{"family", "colleague"}, []int{0, 1}, 0}}, true},
		{"months later", []link.Record{story(5, tells(100, gout)), story(20, tells(200, drug))}, []shape{}, false},
		{"two little ones", []link.Record{story(5, tells(100, gout)), story(5, tells(130, drug))}, []shape{}, false},
		{"of two people", []link.Record{story(20, of(link.Female, tells(100, gout))), story(20, of(link.Male, tells(130, drug)))}, []shape{}, false},
		{"details are said to be changed", []link.Record{place, changed(story(40, tells(104, gout)))}, []shape{}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			line := link.NewTimeline(nil)
			for _, r := range tt.posts {
				line.Add(r)
			}
			got := line.Clusters()
			if diff := cmp.Diff(tt.want, shapes(got)); diff != "" {
				t.Errorf("clusters (-want +got):\n%s", diff)
			}
			if len(got) > 0 && got[0].Sure != tt.sure {
				t.Errorf("sure %v, want %v", got[0].Sure, tt.sure)
			}
		})
	}
}

func of(s link.Sex, r link.Record) link.Record {
	r.Tellings[0].Sex = s
	return r
}

func changed(r link.Record) link.Record {
	r.Tellings[0].Changed = true
	return r
}

// TestAskMakesSure: a draft that makes of a thought more than one is told, though the posts before it gave the patient away already.
func TestAskMakesSure(t *testing.T) {
	t.Parallel()
	rare := said(bedside.FactRareCondition, "moyamoya", 20)
	line := link.NewTimeline(nil)
	line.Add(stays(100, "St Brannock"))
	line.Add(story(-20, tells(104, rare)))
	for tenths, want := range map[int32]int{-20: 0, 40: 1} {
		if got := line.Ask(story(tenths, tells(108, rare))); len(got) != want {
			t.Errorf("a story of %d tenths: %+v, want %d", tenths, shapes(got), want)
		}
	}
}
