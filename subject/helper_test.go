package subject_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"bedside"
	"bedside/detect"
	"bedside/subject"
	"bedside/tables"
	"bedside/text"
)

// lists is a detector with the tables that everybody uses.
var lists = sync.OnceValues(func() (*detect.Detector, error) { return detect.New(tables.Files()) })

var clinician = subject.Author{Clinical: true}

// passages parses parts of a draft and finds what is in them: the text first, then alternative texts.
func passages(t *testing.T, parts ...string) []subject.Passage {
	t.Helper()
	d, err := lists()
	if err != nil {
		t.Fatal(err)
	}
	p := text.Parser{Known: d.Known}
	var out []subject.Passage
	sentences := 0
	for i, s := range parts {
		doc, part := p.Parse(s), bedside.PartAlt
		if i == 0 {
			part = bedside.PartText
		}
		index := max(0, i-1)
		out = append(out, subject.Passage{Part: part, Index: index, Doc: doc, Mentions: d.Detect(doc, part, index, i), FirstSentence: sentences})
		sentences += len(doc.Sentences)
	}
	return out
}

// about is a case of a table: a text, and whose each of some details is. want is "words: subject number", parted by semicolons;
// people are numbered as they are asked for; "nobody" is told of no one, and a stance other than asserted stands before the subject.
type about struct{ name, text, want string }

func checkAbout(t *testing.T, tests []about) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := owners(t, tt.text, tt.want); got != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

// owners answers a want: for the words of each of its entries, who they are about.
func owners(t *testing.T, s, want string) string {
	t.Helper()
	r := subject.Read(passages(t, s), clinician)
	var order []int
	var out []string
	for entry := range strings.SplitSeq(want, "; ") {
		words, _, _ := strings.Cut(entry, ": ")
		at := strings.Index(s, words)
		if at < 0 {
			t.Fatalf("%q does not stand in the text", words)
		}
		span := bedside.Span{Part: bedside.PartText, Start: at, End: at + len(words)}
		var told []string
		for _, f := range details(r.Facts, span) {
			if f.Person >= 0 && !slices.Contains(order, f.Person) {
				order = append(order, f.Person)
			}
			if o := owner(&r, f, order); !slices.Contains(told, o) {
				told = append(told, o)
			}
		}
		if len(told) == 0 {
			told = []string{"not found"}
		}
		out = append(out, words+": "+strings.Join(told, " and "))
	}
	return strings.Join(out, "; ")
}

// details are the facts that lie at a place: those that narrow the circle, else words for a person, else whatever there is.
func details(facts []bedside.Fact, at bedside.Span) []bedside.Fact {
	var narrow, people, all []bedside.Fact
	for _, f := range facts {
		if !f.Span.Overlaps(at) {
			continue
		}
		all = append(all, f)
		switch name := f.Kind.String(); {
		case f.Kind.Info().Class != bedside.Concept:
			narrow = append(narrow, f)
		case strings.HasPrefix(name, "person."):
			people = append(people, f)
		}
	}
	for _, found := range [][]bedside.Fact{narrow, people} {
		if len(found) > 0 {
			return found
		}
	}
	return all
}

func owner(r *subject.Reading, f bedside.Fact, order []int) string {
	stance := []string{"", "negated ", "hypothetical ", "quoted "}[f.Stance]
	if f.Person < 0 {
		return stance + "nobody"
	}
	return fmt.Sprintf("%s%s %d", stance, r.People[f.Person].Subject, slices.Index(order, f.Person)+1)
}

// protected are the subjects whose details a clinician keeps.
func protected(s bedside.Subject) bool {
	return s == bedside.SubjectPatient || s == bedside.SubjectFormerPatient || s == bedside.SubjectPatientFamily || s == bedside.SubjectUnsure
}

// checkNoPatient asks that a text tells of no patient, and that nobody has to be asked whether it does.
func checkNoPatient(t *testing.T, tests map[string]string) {
	t.Helper()
	for name, s := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for i, p := range subject.Read(passages(t, s), clinician).People {
				if protected(p.Subject) {
					t.Errorf("%s\nperson %d is a %s", s, i+1, p.Subject)
				}
			}
		})
	}
}
