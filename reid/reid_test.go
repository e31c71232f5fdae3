package reid_test

import (
	"strings"
	"testing"

	"bedside"
	"bedside/reid"
)

// facts reads names of facts, parted by spaces. Each stands at a place of its own: the first at 10, the second at 20.
func facts(t *testing.T, names string) []bedside.Fact {
	t.Helper()
	var out []bedside.Fact
	for i, name := range strings.Fields(names) {
		k, ok := bedside.ParseFact(name)
		if !ok {
			t.Fatalf("no fact %q", name)
		}
		out = append(out, bedside.Fact{Kind: k, Span: bedside.Span{Part: bedside.PartText, Start: 10 * (i + 1), End: 10*(i+1) + 5}})
	}
	return out
}

// levels prints a set of levels by their last word, in the order of the vocabulary.
func levels(s *bedside.FactSet) string {
	var out []string
	for k := bedside.FactKind(1); int(k) < bedside.FactCount; k++ {
		if s.Has(k) {
			out = append(out, strings.TrimPrefix(k.String(), "recognisable."))
		}
	}
	return strings.Join(out, " ")
}

func TestLevels(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, facts, want string }{
		{"nothing", "", ""},
		{"a person", "person.patient", ""},
		{"one thin detail", "condition", ""},
		{"thin and recent", "sex recent", "recent_story"},
		{"age and condition", "age condition", "self"},
		{"age, sex, condition", "age sex condition", "self family"},
		{"recent and particular", "age condition recent", "recent_story self family colleague"},
		{"placed and particular", "age condition ward", "placed self family colleague"},
		{"a story", "story condition", "self"},
		{"a room alone", "room", "placed"},
		{"a room today", "room recent", "recent_story placed self family colleague stranger"},
		{"a rare condition", "rare_condition", "self"},
		{"a rare condition, placed", "rare_condition institution", "placed self family stranger"},
		{"a rare condition, recent", "rare_condition recent", "recent_story self family stranger"},
		{"ninety", "age_over_89 recent", "recent_story self family"},
		{"an only one", "unique_role ward", "placed self family stranger"},
		{"in the news", "event condition recent", "recent_story self family colleague stranger"},
		{"in the news, nowhere", "event condition", "self family"},
		{"a town and a day", "place date age condition", "recent_story placed self family colleague stranger"},
		{"a town alone", "place age condition", "placed self family colleague"},
		{"much", "age sex condition occupation ethnicity relation story procedure", "self family stranger"},
		{"a child", "person.child condition", "minor"},
		{"long ago", "age condition past", ""},
		{"long ago and today", "age condition past recent", "recent_story self family colleague"},
		{"long ago, on a ward", "age condition ward past", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := reid.Recognise(facts(t, tt.facts), nil).Levels
			if levels(&got) != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.facts, levels(&got), tt.want)
			}
		})
	}
}

// TestRepeats: a second condition tells more, a second age says the same again.
func TestRepeats(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, once, twice string }{
		{"age", "age finding", "age age age age finding finding"},
		{"recent", "condition sex recent", "condition sex recent recent recent"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			once, twice := reid.Recognise(facts(t, tt.once), nil).Levels, reid.Recognise(facts(t, tt.twice), nil).Levels
			if !twice.HasAll(&once) {
				t.Errorf("%s: %s, %s: %s", tt.once, levels(&once), tt.twice, levels(&twice))
			}
		})
	}
	one, three := reid.Recognise(facts(t, "condition sex"), nil).Levels, reid.Recognise(facts(t, "condition condition condition sex"), nil).Levels
	if levels(&one) != "" || levels(&three) != "self" {
		t.Errorf("one condition: %q, three: %q", levels(&one), levels(&three))
	}
}

// TestOnlyAsserted: what is denied, supposed or quoted tells nothing.
func TestOnlyAsserted(t *testing.T) {
	t.Parallel()
	for _, stance := range []bedside.Stance{bedside.Negated, bedside.Hypothetical, bedside.Quoted} {
		told := facts(t, "age rare_condition recent")
		for i := range told {
			told[i].Stance = stance
		}
		if got := reid.Recognise(told, nil); got != (reid.Recognition{}) {
			t.Errorf("stance %d: %s", stance, levels(&got.Levels))
		}
	}
}

func TestCostliest(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, facts string
		want        int // where it stands, 0 for none
	}{
		{"nothing", "", 0},
		{"nothing that counts", "person.patient past", 0},
		{"the only one", "recent", 10},
		{"the rarest", "age rare_condition recent", 20},
		{"a name above all", "rare_condition name event", 20},
		{"the first of two alike", "age occupation", 10},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := reid.Recognise(facts(t, tt.facts), nil).Costliest; got.Start != tt.want {
				t.Errorf("%s: at %d, want %d", tt.facts, got.Start, tt.want)
			}
		})
	}
}

// TestIdentified: whatever leads straight to somebody is known to strangers, however old and alone it is.
func TestIdentified(t *testing.T) {
	t.Parallel()
	want := bedside.SetOf(bedside.FactIdentified, bedside.FactRecognisableStranger)
	for _, name := range []string{"name", "email", "phone", "address", "record_number", "national_number", "account_number", "plate", "device_number"} {
		for _, with := range []string{"", " past", " date"} {
			if got := reid.Recognise(facts(t, name+with), nil).Levels; !got.HasAll(&want) {
				t.Errorf("%s%s: %s", name, with, levels(&got))
			}
		}
	}
}
