package eval

import (
	"strconv"
	"strings"

	"bedside"
)

// PeopleScore is whether the engine knows whose a mention is. A labelled mention counts when the engine sees it: some mention of
// its own that speaks of people overlaps it. Of several, the one that ends last stands for it, as the head of an English phrase
// does. A patient (former and deceased ones too) is right as patient or former_patient; everybody else is right as anybody but
// patient, former_patient, patient_family and unsure; unsure is wrong both ways. A patient's family is told apart: there the
// engine is to say patient_family.
type PeopleScore struct {
	Name     string     `json:"name"`
	Side     Rate       `json:"side"`     // patients and others, of those seen
	Patients Rate       `json:"patients"` // of patients seen, those known as patients
	Others   Rate       `json:"others"`   // of others seen, those not taken for patients
	Family   Rate       `json:"family"`   // of patients' relatives seen, those known as such
	Unsure   Rate       `json:"unsure"`   // of patients and others seen
	Unseen   [2]Rate    `json:"unseen"`   // of patients, of others: mentions that the engine does not see
	Groups   []SideRate `json:"groups"`   // by kind of mention and by subject; of an open and tuned set only
}

// SideRate is the share on the right side among one group of mentions.
type SideRate struct {
	Name string `json:"name"`
	Side Rate   `json:"side"`
}

// peopleCount gathers a PeopleScore.
type peopleCount struct {
	patients, others, family, unsure Count
	unseen                           [2]Count
	groups                           []SideRate
}

// EvaluatePeople checks the labelled drafts. The open part is told in halves: writers with even numbers may be tuned on, of the
// others, as of a sealed set, totals are told and nothing else.
func EvaluatePeople(l PeopleLabels, check Check) []PeopleScore {
	if len(l.drafts) == 0 {
		return nil
	}
	if l.sealed {
		var sum peopleCount
		for _, d := range l.drafts {
			sum.draft(d, check)
		}
		return []PeopleScore{sum.score("people mentioned", false)}
	}
	var halves [2]peopleCount
	for _, d := range l.drafts {
		halves[parity(d.record.Meta.Writer)].draft(d, check)
	}
	return []PeopleScore{halves[0].score("people mentioned, writers tuned on", true), halves[1].score("people mentioned, other writers", false)}
}

// parity of a writer's number: w12 is 0.
func parity(writer string) int {
	n, err := strconv.Atoi(strings.TrimLeft(writer, "lw"))
	if err != nil {
		return 1
	}
	return n & 1
}

func (c *peopleCount) draft(d mentionedIn, check Check) {
	result, err := check(d.record.Draft)
	if err != nil {
		result = &bedside.Result{}
	}
	for _, m := range d.mentions {
		c.mention(m, result)
	}
}

func (c *peopleCount) mention(m goldMention, result *bedside.Result) {
	got, seen := subjectAt(result, m.Start, m.End)
	patient := patientSide(m.Subject)
	if m.Subject == bedside.SubjectPatientFamily {
		if seen {
			c.family.add(one(got == bedside.SubjectPatientFamily))
		}
		return
	}
	c.unseen[index(!patient)].add(one(!seen))
	if !seen {
		return
	}
	right := patientSide(got)
	if patient {
		c.patients.add(one(right))
	} else {
		right = !right && got != bedside.SubjectUnsure && got != bedside.SubjectPatientFamily
		c.others.add(one(right))
	}
	c.unsure.add(one(got == bedside.SubjectUnsure))
	c.group("a "+m.Kind, right)
	c.group(string(m.Subject), right)
}

func (c *peopleCount) group(name string, right bool) {
	for i := range c.groups {
		if c.groups[i].Name == name {
			c.groups[i].Side.add(one(right))
			return
		}
	}
	c.groups = append(c.groups, SideRate{Name: name, Side: Rate{Count: one(right)}})
}

func index(second bool) int {
	if second {
		return 1
	}
	return 0
}

func patientSide(s bedside.Subject) bool {
	return s == bedside.SubjectPatient || s == bedside.SubjectFormerPatient
}

// subjectAt is who the engine says that words of the text are, "" for nobody in particular. seen is false when it has no mention
// of people there.
func subjectAt(r *bedside.Result, start, end int) (who bedside.Subject, seen bool) {
	var head *bedside.MentionOut
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Part != bedside.PartText || m.Start >= end || m.End <= start || !ofPeople(m.Type) {
			continue
		}
		if head == nil || head.Person == "" && m.Person != "" || (head.Person == "") == (m.Person == "") && m.End >= head.End {
			head = m
		}
	}
	if head == nil {
		return "", false
	}
	for i := range r.People {
		if r.People[i].ID == head.Person {
			return bedside.Subject(r.People[i].Subject), true
		}
	}
	return "", true
}

// ofPeople holds for mentions that speak of people. "I", "my" and "you" stand inside the words for others.
func ofPeople(kind string) bool {
	switch kind {
	case "name", "age", "age_over_89", "occupation", "unique_role", "room", "multiple_birth", "respect.contempt":
		return true
	case "person.self", "person.you":
		return false
	}
	return strings.HasPrefix(kind, "person.")
}

func (c *peopleCount) score(name string, tuned bool) PeopleScore {
	side := c.patients
	side.add(c.others)
	s := PeopleScore{
		Name: name, Side: rateOf(side), Patients: rateOf(c.patients), Others: rateOf(c.others), Family: rateOf(c.family),
		Unsure: rateOf(c.unsure), Unseen: [2]Rate{rateOf(c.unseen[0]), rateOf(c.unseen[1])},
	}
	if !tuned {
		return s
	}
	for _, kind := range MentionKinds() {
		s.Groups = appendGroup(s.Groups, c.groups, "a "+kind)
	}
	for _, subject := range MentionSubjects() {
		s.Groups = appendGroup(s.Groups, c.groups, string(subject))
	}
	return s
}

func appendGroup(out, groups []SideRate, name string) []SideRate {
	for _, g := range groups {
		if g.Name == name {
			out = append(out, SideRate{name, rateOf(g.Side.Count)})
		}
	}
	return out
}
