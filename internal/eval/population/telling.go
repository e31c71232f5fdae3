package population

import (
	"math/rand/v2"
	"strings"
	"time"

	"bedside"
)

// posted is the day on which all drafts are written: a Saturday.
func posted() time.Time { return time.Date(2024, 6, 15, 18, 0, 0, 0, time.UTC) }

// telling is one draft about one person, and what its words say.
type telling struct {
	draft bedside.Draft
	query query
}

// teller writes a draft.
type teller struct {
	s    *state
	r    *rand.Rand
	p    *person
	q    query
	d    bedside.Draft
	who  string   // "a 34yo woman"
	adds []string // "from Duluth", "with asthma"
	rest []string // sentences behind
}

func (s *state) tell(r *rand.Rand) (telling, bool) {
	t := teller{s: s, r: r, q: everybody()}
	t.d.Time = bedside.Time{Time: posted()}
	t.d.Author.Jurisdiction = s.code
	t.d.Author.Role = one(r, "resident", "medical_student", "nurse", "physician")
	ok := true
	switch x := r.Float64(); {
	case x < 0.45:
		t.lives()
	case x < 0.9:
		ok = t.hospital()
	default:
		ok = t.townsHospital()
	}
	return telling{t.d, t.q}, ok
}

func one(r *rand.Rand, of ...string) string { return of[r.IntN(len(of))] }

// lives tells of somebody by where they live and what they are.
func (t *teller) lives() {
	t.p = &t.s.people[t.r.IntN(len(t.s.people))]
	t.age()
	t.home(0.68)
	t.work(0.3)
	t.lasting(0.35)
	t.name(0.15)
	open := one(t.r, "My patient is @.", "I look after @.", "Thinking of my patient, @.", "One of my patients is @.", "My favourite patient is @.")
	t.write(strings.Replace(open, "@", t.whole(), 1))
}

// hospital tells of somebody who was seen at the author's hospital.
func (t *teller) hospital() bool {
	h := t.r.IntN(len(t.s.hospitals))
	at := &t.s.hospitals[h]
	if at.name == "" || at.last-at.first < 50 {
		return false
	}
	t.d.Author.Institution = at.name
	t.q.at = []int{h}
	t.seen(&t.s.visits[at.first+t.r.IntN(at.last-at.first)])
	return true
}

// townsHospital tells of somebody who was seen in the author's town.
func (t *teller) townsHospital() bool {
	town := &t.s.towns[1+t.r.IntN(len(t.s.towns)-1)]
	for i := range t.s.hospitals {
		if h := &t.s.hospitals[i]; h.town == town.area && h.last-h.first > 50 {
			t.q.at = append(t.q.at, i)
		}
	}
	if len(t.q.at) == 0 {
		return false
	}
	t.d.Author.Location = town.name
	h := &t.s.hospitals[t.q.at[t.r.IntN(len(t.q.at))]]
	t.seen(&t.s.visits[h.first+t.r.IntN(h.last-h.first)])
	return true
}

// seen tells of a visit.
func (t *teller) seen(v *visit) {
	t.p = &t.s.people[v.person]
	t.q.seen = true
	if v.cause == ofBirth {
		t.newborn()
	} else {
		t.age()
	}
	t.home(0.15)
	t.work(0.12)
	t.name(0.05)
	switch {
	case v.cause >= 0 && t.r.Float64() < 0.8:
		c := &conditions[v.cause]
		t.q.cause = int(v.cause)
		t.adds = append(t.adds, c.with+" "+one(t.r, c.name, c.other))
	default:
		t.lasting(0.5)
	}
	t.write(t.scene(v) + ".")
}

// scene says how and when somebody was seen.
func (t *teller) scene(v *visit) string {
	when, r := t.when(v), t.r
	say := func(of ...string) string {
		return strings.TrimSpace(strings.Replace(strings.Replace(one(r, of...), "@", t.whole(), 1), "#", when, 1))
	}
	told := t.r.Float64() < 0.7
	switch {
	case v.setting == inDelivery && v.cause == ofLabour:
		t.q.setting, t.q.cause = inDelivery, ofLabour
		return say("Delivered a baby for @ #", "Was at the birth when @ had her baby #")
	case v.setting == inDelivery:
		t.q.setting, t.q.cause = inDelivery, ofBirth
		return say("Delivered @ on labour ward #", "@ was born on labour ward #", "Caught @ #, a lovely birth")
	case v.setting == onWard && told:
		t.q.setting, t.q.admitted = onWard, true
		return say("Admitted @ #", "We admitted @ to the ward #")
	case v.setting == inEmergency && told:
		t.q.setting, t.q.admitted = inEmergency, true
		return say("Saw @ in the ED #", "@ came through the ER #", "In the ED, @ #")
	}
	return say("Saw @ #", "Looked after @ #", "# I looked after @")
}

// when says on which day, and asks for it.
func (t *teller) when(v *visit) string {
	d := int(v.day)
	day := posted().AddDate(0, 0, -d)
	x := t.r.Float64()
	on := func(from, to int, words ...string) string {
		t.q.from, t.q.to = from, to
		return one(t.r, words...)
	}
	switch {
	case x < 0.2:
		return ""
	case x < 0.35:
		first := time.Date(day.Year(), day.Month(), 1, 18, 0, 0, 0, time.UTC)
		last := first.AddDate(0, 1, -1)
		return on(max(0, days(last)), min(window-1, days(first)), "in "+day.Month().String()+" "+number(day.Year()))
	case d == 0:
		return on(0, 0, "today", "this morning", "this afternoon")
	case d == 1:
		return on(1, 1, "yesterday", "yesterday morning")
	case d < 7:
		return on(d, d, number(d)+" days ago", "last "+day.Weekday().String())
	}
	return on(d, d, "on "+day.Month().String()+" "+number(day.Day()), "on "+day.Format("1/2/2006"))
}

// days is how long before the draft a day was.
func days(at time.Time) int { return int(posted().Sub(at).Hours() / 24) }

func (t *teller) whole() string {
	who := t.who
	for _, n := range []string{"8", "11 ", "11-", "11y", "18"} {
		if strings.HasPrefix(who, "a "+n) {
			who = "an " + who[2:]
		}
	}
	return strings.TrimSpace(who + " " + strings.Join(t.adds, " "))
}

func (t *teller) write(first string) {
	t.d.Text = strings.Join(append([]string{strings.ToUpper(first[:1]) + first[1:]}, t.rest...), " ")
	t.d.Text += one(t.r, "", "", " Long shift.", " Be kind to each other.", " Coffee now.")
}
