package subject_test

import (
	"reflect"
	"testing"
	"unicode/utf8"

	"bedside"
	"bedside/subject"
)

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"My patient Tom, 34, a teacher, died of leukaemia. His wife cried. I have lupus.", "RT @jo: bed 4 has TB\n\n> my patient",
		"Sim lab. Real patient now: 34F. Imagine! \"gomer\" is cruel", "My dog died. A man whose dog bit him came in", "",
		"Another patient, another man, a second lady, his mother, her husband, our mayor, @ana you", "MRN 0034512\xff #bed4",
	} {
		f.Add(s, "a man with TB on our ward")
	}
	f.Fuzz(func(t *testing.T, s, alt string) {
		parts := passages(t, s, alt)
		r := subject.Read(parts, clinician)
		for _, fact := range r.Facts {
			checkFact(t, &r, parts, &fact)
		}
		for i, p := range r.People {
			if p.Subject == "" || p.Passage < 0 || p.Passage >= len(parts) {
				t.Errorf("person %d: %+v", i, p)
			}
		}
		if !utf8.ValidString(s) {
			return
		}
		if again := subject.Read(passages(t, s, alt), clinician); !reflect.DeepEqual(again, r) {
			t.Errorf("the second time it reads %+v, the first %+v", again, r)
		}
	})
}

// checkFact: its words lie in its part, its sentence holds them, its person is there and in the same part.
func checkFact(t *testing.T, r *subject.Reading, parts []subject.Passage, f *bedside.Fact) {
	t.Helper()
	if f.Person < -1 || f.Person >= len(r.People) || f.Kind == bedside.FactNone {
		t.Fatalf("%+v of %d people", f, len(r.People))
	}
	for i := range parts {
		p := &parts[i]
		if p.Part != f.Span.Part || p.Index != f.Span.Index {
			continue
		}
		if f.Person >= 0 && r.People[f.Person].Passage != i {
			t.Errorf("%+v is of part %d, its person of %d", f, i, r.People[f.Person].Passage)
		}
		n := f.Sentence - p.FirstSentence
		if n < 0 || n >= len(p.Doc.Sentences) {
			t.Fatalf("%+v: sentence %d of %d", f, n, len(p.Doc.Sentences))
		}
		if s := p.Doc.Sentences[n]; f.Span.Start < int(s.Start) || f.Span.End > int(s.End) || f.Span.Empty() {
			t.Errorf("%+v lies outside its sentence [%d, %d)", f, s.Start, s.End)
		}
		return
	}
	t.Errorf("%+v is of no part", f)
}
