package engine_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
)

// photo is what was seen in a picture of 4,000 by 3,000 with these rows of words.
func photo(rows ...string) *bedside.Seen {
	s := &bedside.Seen{Type: "jpeg", Width: 4000, Height: 3000, SHA256: strings.Repeat("a1", 32)}
	for i, row := range rows {
		s.Texts = append(s.Texts, bedside.SeenText{Box: [4]int{100, 100 + 80*i, 20 * len(row), 50}, Text: row})
	}
	return s
}

func withFaces(s *bedside.Seen, sure ...bool) *bedside.Seen {
	for i, is := range sure {
		s.Faces = append(s.Faces, bedside.SeenFace{Box: [4]int{500 * i, 900, 300, 400}, Sure: is, PerMill: 10})
	}
	return s
}

func pictured(text string, s *bedside.Seen) bedside.Draft {
	return bedside.Draft{Text: text, Media: []bedside.Media{{Path: "p.jpg", Seen: s}}, Author: bedside.Author{Role: "resident"}}
}

// TestWordsInAPicture: who stands on a label, a list or a record is a patient, who works there is not, and signs are nobody.
func TestWordsInAPicture(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		rows []string
		want []string // subjects
	}{
		{"a wristband", []string{"ALVAREZ, Maria", "DOB 03/04/1956 F", "MRN 00123456"}, []string{"patient"}},
		{"a label without a name", []string{"Hosp No: 4471829", "AP ERECT", "14:32"}, []string{"patient"}},
		{"a health service number", []string{"NAME: JOHN OKORO", "NHS 943 476 5919", "DOB: 01-Jan-1970"}, []string{"patient"}},
		{"a whiteboard", []string{"BED 4 67F NSTEMI", "BED 5 34M DKA"}, []string{"patient", "patient"}},
		{"a board beside a bed", []string{"Room 12", "Mrs Jean Carter", "NBM"}, []string{"patient"}},
		{"a label with who looks after", []string{"Name: Tom Reid", "MRN 5521890", "Consultant: J. Okafor"}, []string{"patient", "colleague"}},
		{"a monitor", []string{"BED 04 WILLIAMS, T", "SpO2 91"}, []string{"patient"}},
		{"a form", []string{"Name: Okafor, Grace", "Consultant: Dr Lee", "Ward 7"}, []string{"patient", "colleague"}},
		{"a badge with a label", []string{"Name: Maria Silva", "Company: Nordlicht"}, []string{"other"}},
		{"a badge", []string{"Dr Sarah Klein", "Consultant Cardiologist", "St Elsewhere Hospital"}, []string{"colleague"}},
		{"a sign", []string{"PATIENT ENTRANCE"}, nil},
		{"rules of the house", []string{"Visiting hours 2pm to 4pm", "All patients must report to reception"}, nil},
		{"a shop", []string{"Costa Coffee", "Open 24 hours", "Exit"}, nil},
		{"a name on a door", []string{"Maria Lopez", "Room 204"}, []string{"other"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := check(t, pictured("", photo(tt.rows...)))
			var got []string
			for _, p := range r.People {
				if p.Subject != "group" {
					got = append(got, p.Subject)
				}
			}
			slices.Sort(got)
			got = slices.Compact(got)
			want := slices.Compact(slices.Sorted(slices.Values(tt.want)))
			if diff := cmp.Diff(want, got, cmp.Transformer("none", func(s []string) []string { return append([]string{}, s...) })); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestEvidenceInAPictureHasItsBox: words have the box of their row, and their bytes are those of all words of the picture.
func TestEvidenceInAPictureHasItsBox(t *testing.T) {
	t.Parallel()
	s := photo("ALVAREZ, Maria", "MRN 00123456")
	r := check(t, pictured("", s))
	words, _ := s.Words()
	found := false
	for _, f := range r.Findings {
		for _, e := range f.Evidence {
			if e.Part != bedside.PartPictureText || !strings.Contains(e.Text, "00123456") {
				continue
			}
			found = true
			if e.Box == nil || *e.Box != s.Texts[1].Box || words[e.Start:e.End] != e.Text {
				t.Errorf("%+v", e)
			}
		}
	}
	if !found {
		t.Errorf("the number is not shown: %v", r.Findings)
	}
}

// TestNotLookedAt: a result says precisely what of the pictures nobody looked at.
func TestNotLookedAt(t *testing.T) {
	t.Parallel()
	d := bedside.Draft{Text: "Sunday.", Media: []bedside.Media{
		{Path: "a.jpg", Seen: &bedside.Seen{Type: "jpeg"}},
		{Path: "b.heic", Seen: &bedside.Seen{Type: "heic", NotChecked: []bedside.NotChecked{{Code: "heic", Message: "It was not decoded."}}}},
		{Path: "c.jpg"},
	}}
	var got []bedside.NotChecked
	r := check(t, d)
	for _, n := range r.NotChecked {
		if n.Part == bedside.PartMedia {
			got = append(got, n)
		}
	}
	want := []bedside.NotChecked{
		{Code: "heic", Part: bedside.PartMedia, Index: 1, Message: "It was not decoded."},
		{Code: "media", Part: bedside.PartMedia, Index: 2, Message: "The picture or file itself was not looked at, only the words with it."},
	}
	if diff := cmp.Diff(want, got); diff != "" || r.Complete {
		t.Errorf("complete %v, %s", r.Complete, diff)
	}
	d.Media = d.Media[:1]
	if r := check(t, d); !r.Complete {
		t.Errorf("a picture that was looked at whole leaves %v", r.NotChecked)
	}
}

// sights are things that may be seen in addition to whatever there is.
func sights() map[string]func(*bedside.Seen) {
	return map[string]func(*bedside.Seen){
		"a face":         func(s *bedside.Seen) { withFaces(s, true) },
		"perhaps a face": func(s *bedside.Seen) { withFaces(s, false) },
		"three faces":    func(s *bedside.Seen) { withFaces(s, true, true, true) },
		"a wristband": func(s *bedside.Seen) {
			s.Texts = append(s.Texts, photo("ALVAREZ, Maria", "DOB 03/04/1956", "MRN 00123456").Texts...)
		},
		"a sign": func(s *bedside.Seen) {
			s.Texts = append(s.Texts, photo("Ward 6B", "Views are my own", "Shared with permission").Texts...)
		},
		"a code": func(s *bedside.Seen) {
			s.Codes = append(s.Codes, bedside.SeenCode{Box: [4]int{5, 5, 90, 90}, Kind: "code128", Text: "00123456"})
		},
		"where it was": func(s *bedside.Seen) { s.Metadata.Place = &bedside.Point{Latitude: 51_500_000, Longitude: -120_000} },
		"somebody's":   func(s *bedside.Seen) { s.Metadata.Owner = "Somebody Else" },
		"a page of a book": func(s *bedside.Seen) {
			s.Texts = append(s.Texts, photo(strings.Repeat("we said that it was not the one in the book. ", 4)).Texts...)
		},
	}
}

// TestWhatIsSeenNeverClears: whatever is seen beside the words of a draft, and beside what was seen already, the verdict does not
// become milder.
func TestWhatIsSeenNeverClears(t *testing.T) {
	t.Parallel()
	for name, add := range sights() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for i, d := range drafts(t) {
				if i%3 != len(name)%3 {
					continue
				}
				words := check(t, d).Verdict
				for _, s := range []*bedside.Seen{{Type: "jpeg"}, withFaces(photo(), true), photo("Ward 6B", "BED 4 67F NSTEMI")} {
					e := d
					e.Media = append(slices.Clone(d.Media), bedside.Media{Path: "p.jpg", Seen: s})
					before := check(t, e).Verdict
					add(s)
					if after := check(t, e).Verdict; after < before || after < words {
						t.Errorf("draft %d is %s by its words, %s with a picture and %s with more seen in it", i, words, before, after)
					}
				}
			}
		})
	}
}

// TestConsentToAPicture: a written consent counts where it is bound to the picture that is there, and to all that show a face.
func TestConsentToAPicture(t *testing.T) {
	t.Parallel()
	bound := strings.Repeat("a1", 32)
	story := "Mr Alvarez came back to show us he walks again. Best day of my month on ward 6."
	consent := func(hash string) []bedside.Consent {
		return []bedside.Consent{{Form: "written", MediaHash: hash}}
	}
	other := withFaces(photo(), true)
	other.SHA256 = strings.Repeat("b2", 32)
	for _, tt := range []struct {
		name   string
		hash   string
		media  []*bedside.Seen
		lowers bool
	}{
		{"to this one", bound, []*bedside.Seen{withFaces(photo(), true)}, true},
		{"in capitals", strings.ToUpper(bound), []*bedside.Seen{withFaces(photo(), true)}, true},
		{"to another", strings.Repeat("c3", 32), []*bedside.Seen{withFaces(photo(), true)}, false},
		{"to one of two with faces", bound, []*bedside.Seen{withFaces(photo(), true), other}, false},
		{"to the one with a face", bound, []*bedside.Seen{withFaces(photo(), true), {Type: "png", SHA256: strings.Repeat("d4", 32)}}, true},
		{"to one that nobody looked at", bound, []*bedside.Seen{nil}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := bedside.Draft{Text: story, Author: bedside.Author{Role: "resident"}}
			for _, s := range tt.media {
				d.Media = append(d.Media, bedside.Media{Path: "p.jpg", Seen: s})
			}
			before := check(t, d).Verdict
			d.Context.Consents = consent(tt.hash)
			if after := check(t, d).Verdict; before != bedside.Block || (after < before) != tt.lowers {
				t.Errorf("%s, with the consent %s", before, after)
			}
		})
	}
}

// TestOrdinaryPostsWithAFace: a face beside an ordinary post is no reason to send it back, and seldom one for a thought.
func TestOrdinaryPostsWithAFace(t *testing.T) {
	t.Parallel()
	ordinary, _ := corpus(t)
	posts, thoughts := 0, 0
	for i, d := range ordinary {
		if i%8 != 0 || len(d.Media) > 0 {
			continue
		}
		posts++
		before := check(t, d).Verdict
		d.Media = []bedside.Media{{Path: "p.jpg", Seen: withFaces(photo(), true)}}
		switch after := check(t, d).Verdict; {
		case before < bedside.Revise && after >= bedside.Revise:
			t.Errorf("draft %d of the corpus is %s, with a face in its picture %s", i, before, after)
		case after > before:
			thoughts++
		}
	}
	if 20*thoughts > posts {
		t.Errorf("%d of %d ordinary posts get a thought for a face", thoughts, posts)
	}
}

// TestAPictureIsNoPartOfItsOwn: what is known of a draft as a whole is not held against its picture, as if that were a text without a
// disclosure.
func TestAPictureIsNoPartOfItsOwn(t *testing.T) {
	t.Parallel()
	d := bedside.Draft{Text: "AD. Slumbra pay me for this. I like the smell, and the evidence is thin.", Author: bedside.Author{Role: "nurse"}, Context: bedside.Context{Interests: []bedside.Interest{{Party: "Slumbra"}}}}
	before := check(t, d).Verdict
	d.Media = []bedside.Media{{Path: "p.jpg", Seen: withFaces(photo(), true)}}
	if after := check(t, d); after.Verdict != before {
		t.Errorf("%s, with a picture %s: %v", before, after.Verdict, after.Findings)
	}
}
