package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"unicode/utf8"

	"bedside"
)

// PeopleLabels are the people whom drafts mention, labelled by hand: corpus/GUIDE.md, "Who is mentioned".
type PeopleLabels struct {
	drafts []mentionedIn
	sealed bool
}

// mentionedIn is a draft with the words for people in its text.
type mentionedIn struct {
	record   *Record
	mentions []goldMention
}

// goldMention is words for somebody, and who that is.
type goldMention struct {
	Start   int             `json:"start"` // bytes of the draft's text
	End     int             `json:"end"`
	Subject bedside.Subject `json:"subject"`
	Kind    string          `json:"kind"`
}

// MentionKinds are the kinds of words for people.
func MentionKinds() []string { return []string{"name", "role", "description"} }

// MentionSubjects are those whom a label may name: the subjects of results but "reader" and "unsure", and two that results call
// colleague and other.
func MentionSubjects() []bedside.Subject {
	return []bedside.Subject{
		bedside.SubjectPatient, bedside.SubjectFormerPatient, bedside.SubjectPatientFamily, bedside.SubjectSelf, bedside.SubjectFamily,
		bedside.SubjectFriend, bedside.SubjectColleague, "student", bedside.SubjectPublicFigure, bedside.SubjectFictional,
		bedside.SubjectHistorical, bedside.SubjectMannequin, bedside.SubjectAnimal, "author_cited", bedside.SubjectOther, bedside.SubjectGroup,
	}
}

// ReadPeople reads the labels of a set: people/*.jsonl of the open part, lockbox/people/*.jsonl of the sealed one. Without such
// files there are none; a label that does not fit its draft is an error, which of a sealed set tells nothing but the line.
func ReadPeople(corpus fs.FS, set Set) (PeopleLabels, error) {
	labels := PeopleLabels{sealed: set.sealed}
	pattern := "people/*.jsonl"
	if set.sealed {
		pattern = "lockbox/people/*.jsonl"
	}
	files, err := fs.Glob(corpus, pattern)
	if err != nil {
		return labels, err
	}
	records := map[string]*Record{}
	for i := range set.Records {
		records[set.Records[i].ID] = &set.Records[i]
	}
	for _, name := range files {
		b, err := fs.ReadFile(corpus, name)
		if err != nil {
			return labels, bedside.Errorf(bedside.CodeNotFound, "%s: cannot be read", name)
		}
		if err := labels.read(name, b, records); err != nil {
			return labels, err
		}
	}
	return labels, nil
}

// read adds the labels of a file. Each draft is labelled once: its record leaves the map.
func (l *PeopleLabels) read(name string, b []byte, records map[string]*Record) error {
	n := 0
	for line := range bytes.Lines(b) {
		n++
		var raw struct {
			ID       string        `json:"id"`
			Mentions []goldMention `json:"mentions"`
		}
		dec := json.NewDecoder(bytes.NewReader(line))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&raw); err != nil {
			return bedside.Errorf(bedside.CodeInvalid, "%s:%d: not a line of labels", name, n)
		}
		record := records[raw.ID]
		if record == nil {
			return bedside.Errorf(bedside.CodeInvalid, "%s:%d: no such draft, or labelled twice", name, n)
		}
		if why := misfit(record.Draft.Text, raw.Mentions); why != "" {
			return bedside.Errorf(bedside.CodeInvalid, "%s:%d: %s", name, n, why)
		}
		delete(records, raw.ID)
		l.drafts = append(l.drafts, mentionedIn{record, raw.Mentions})
	}
	return nil
}

// misfit says what is wrong with the labels of a text, "" when nothing is.
func misfit(text string, mentions []goldMention) string {
	last := 0
	for i, m := range mentions {
		switch {
		case m.Start < last || m.End <= m.Start || m.End > len(text):
			return fmt.Sprintf("mention %d is empty, overlaps or lies outside the text", i+1)
		case !boundary(text, m.Start) || !boundary(text, m.End):
			return fmt.Sprintf("mention %d cuts a character", i+1)
		case !slices.Contains(MentionSubjects(), m.Subject):
			return fmt.Sprintf("mention %d has an unknown subject", i+1)
		case !slices.Contains(MentionKinds(), m.Kind):
			return fmt.Sprintf("mention %d has an unknown kind", i+1)
		}
		last = m.End
	}
	return ""
}

func boundary(text string, at int) bool { return at == len(text) || utf8.RuneStart(text[at]) }
