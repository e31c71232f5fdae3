package detect_test

import (
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside/detect"
	"bedside/detect/tagger"
	"bedside/tables"
	"bedside/text"
)

// tagging is a detector with the small tables and the weights that are shipped.
var tagging = sync.OnceValue(func() *detect.Detector {
	d, err := scanners().WithTagger(tables.Stored()["tagger.bin"])
	if err != nil {
		panic(err)
	}
	return d
})

func TestTaggedNames(t *testing.T) {
	t.Parallel()
	checkFound(t, tagging(), []found{
		{"names in no table", "Had lunch with Chiamaka Eze and she paid", "name Chiamaka Eze"},
		{"small letters", "had lunch with chiamaka eze and she paid", "name chiamaka eze"},
		{"a title goes with the name", "Mrs Alvarez and Zodwa left", "name Mrs Alvarez; name Zodwa"},
		{"two people at once", "Frank & Chiamaka Eze paid", "name Frank; name Chiamaka Eze"},
		{"an operation", "What about a Zorbectomy or Quillosis for her", ""},
		{"everyday words", "The long bed is in the patient", ""},
		{"an abbreviation", "she has GERD and HTN after all", ""},
		{"what one calls one's own", "Went to see Gran in the home", ""},
	})
}

func TestTaggerRefuses(t *testing.T) {
	t.Parallel()
	if d, err := scanners().WithTagger([]byte("weights")); err == nil || d != nil {
		t.Error("something else is taken for weights")
	}
}

// TestTaggerTokens: the tagger sees every token of every sentence, with what the tables know of it.
func TestTaggerTokens(t *testing.T) {
	t.Parallel()
	d := scanners()
	doc := (&text.Parser{Known: d.Known}).Parse("Will Okafor is in Larkbridge. #priyaalvarez")
	var got []tagger.Token
	d.TaggerTokens(doc, func(_ int, tokens []tagger.Token) { got = append(got, slices.Clone(tokens)...) })
	want := []tagger.Trait{
		tagger.Common | tagger.Given | tagger.GivenPlain, tagger.Surname, tagger.Common, tagger.Common, tagger.Place, 0, tagger.Joined,
	}
	var traits []tagger.Trait
	for i, k := range got {
		if k.Form != doc.Tokens[i].Form {
			t.Errorf("token %d is %q, want %q", i, k.Form, doc.Tokens[i].Form)
		}
		traits = append(traits, k.Traits)
	}
	if diff := cmp.Diff(want, traits); diff != "" {
		t.Error(diff)
	}
}

// TestTaggedPlaces: what the tagger takes for a place is one behind "in", with a capital, where nothing speaks against it.
func TestTaggedPlaces(t *testing.T) {
	t.Parallel()
	checkFound(t, tagging(), []found{
		{"a place in no table", "We spent two weeks in Lanzarote and came home", "place Lanzarote"},
		{"small letters", "we spent two weeks in lanzarote and came home", ""},
		{"a shop", "She found it in Costa and came home", ""},
		{"another preposition", "We took it from Lanzarote", ""},
	})
}
