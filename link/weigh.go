package link

import (
	"slices"

	"bedside"
	"bedside/reid"
)

// weighing is how far what is told narrows the circle of those who fit.
type weighing struct {
	self, family, colleague, stranger bool
	sure                              bool // more than a thought
	points                            int  // what strangers could have heard of
}

// How much of a story is told, in 1/4,096 of the reader's logarithmic odds: enough for a thought; so much that it is to be changed; so much
// that two posts are of one patient if nothing speaks against it. By readers who had not seen their writers, 19 % of 240 harmless timelines
// have a post that reaches 1.5, and 5 % one that reaches 3; of 219 that reveal somebody 72 % and 45 %.
const (
	storyOne   = 1 << 12
	thought    = storyOne * 3 / 2
	particular = storyOne * 7 / 2
	continued  = 0
)

// NoStory is the story of a post that no reader read.
const NoStory = -1 << 30

// material is what is put together.
type material struct {
	details  []Detail
	stays    []*Stay
	tellings int
	posts    []int32 // that tell, or take up
	story    int32   // of the one that tells most
	timed    bool
	patient  bool // somebody is told of as a patient, not only by the scene
	health   bool // something of their health is told
	solid    bool // somebody is told of, not only taken up
	lives    bool // something of their life is told, for all that can be seen
	changed  bool // details are said to be changed
}

func (m *material) add(p *piece) {
	if p.telling == nil {
		m.stays = append(m.stays, p.stay)
		return
	}
	t := p.telling
	if m.tellings++; m.tellings == 1 || t.Story > m.story {
		m.story = t.Story
	}
	if !slices.Contains(m.posts, p.post) {
		m.posts = append(m.posts, p.post)
	}
	for i := range t.Details {
		if d := &t.Details[i]; !t.Weak || t.told() || episodic(d.Kind) {
			m.details = append(m.details, *d)
		}
	}
	m.timed = m.timed || t.Timed
	m.patient = m.patient || !t.Weak || t.told() || t.takesUp() || t.Work
	m.health = m.health || t.health()
	m.lives = m.lives || t.told() || t.takesUp() || !t.Weak && len(t.Details) > 1
	m.solid = m.solid || !t.Bare
	m.changed = m.changed || t.Changed
}

// told reports whether the reader sees a story in a telling by itself.
func (p *Telling) told() bool { return p.Story >= thought }

// takesUp reports whether somebody in particular is taken up in so many words.
func (p *Telling) takesUp() bool { return p.Follows && (p.Person >= 0 || len(p.Details) > 0) }

// health reports whether something of somebody's health or stay is told.
func (p *Telling) health() bool {
	particular := 0
	for i := range p.Details {
		switch k := p.Details[i].Kind; {
		case ofHealth(k):
			return true
		case publicPoints(&p.Details[i]) == 1, k == bedside.FactSpeech, k == bedside.FactOccupation, k == bedside.FactWard:
			particular++
		}
	}
	return !p.Weak && particular > 1
}

// episodic holds for what tells of one episode even where nobody is called a patient. A rare condition by itself may be read about.
func episodic(k bedside.FactKind) bool {
	switch k {
	case bedside.FactMultipleBirth, bedside.FactRecord, bedside.FactEvent, bedside.FactUniqueRole, bedside.FactWard, bedside.FactRecent, bedside.FactDate:
		return true
	}
	return false
}

// ofHealth holds for what tells of somebody's health.
func ofHealth(k bedside.FactKind) bool {
	switch k {
	case bedside.FactCondition, bedside.FactRareCondition, bedside.FactProcedure, bedside.FactFinding, bedside.FactDrug, bedside.FactDeath,
		bedside.FactMultipleBirth, bedside.FactSensitiveMental, bedside.FactSensitiveSexual, bedside.FactSensitiveSubstance:
		return true
	}
	return false
}

// weighed puts what is told of a patient beside where and when it was, and says who could recognise them.
func weighed(m *material) weighing {
	var facts []bedside.Fact
	hooks := tally{}
	where := setting{}
	for i := range m.details {
		d := &m.details[i]
		facts = append(facts, bedside.Fact{Kind: d.Kind, Span: d.Span, Stance: bedside.Asserted})
		hooks.add(d)
		where.add(d)
	}
	for _, s := range m.stays {
		where.add(&s.Detail)
		where.small = where.small || s.Small
	}
	levels := reid.Recognise(facts, nil).Levels
	w := weighing{points: hooks.points, self: levels.Has(bedside.FactRecognisableSelf)}
	if w.points > 0 && where.small {
		w.points++
	}
	if where.large() && hooks.best < 3 {
		w.points--
	}
	if m.changed {
		return w
	}
	unusual := m.timed && m.solid && m.patient && hooks.best >= 2 && w.points >= enough
	w.family = len(m.posts) > 1 && (m.story >= thought || (m.story >= continued || m.story == NoStory) && m.patient && (m.health || m.lives))
	w.colleague = w.family
	w.stranger = where.placed && (m.story >= thought || where.small && m.story >= thought/2 || unusual)
	w.sure = m.story >= particular || w.stranger && unusual && (m.story >= continued || m.story == NoStory)
	return w
}

// enough is the points from which on somebody who was not there could find the patient, given the place and the days.
const enough = 3

// setting is how far the place of a story narrows it.
type setting struct {
	placed, small, named bool // a place; where few people are; an institution by name
	people               int32
}

// From how many people on a place is large, and up to how many it is small.
const (
	smallPlace = 20_000
	largePlace = 1_000_000
)

func (w *setting) add(d *Detail) {
	if !places(d.Kind) {
		return
	}
	w.placed = true
	w.named = w.named || d.Kind == bedside.FactInstitution
	w.people = max(w.people, d.Crowd)
	w.small = w.small || d.Crowd > 0 && d.Crowd < smallPlace
}

// large holds for a big city, with nothing in it named.
func (w *setting) large() bool { return !w.named && w.people >= largePlace }

// places holds for what says where in so many words.
func places(k bedside.FactKind) bool {
	return k == bedside.FactInstitution || k == bedside.FactPlace || k == bedside.FactPostcode || k == bedside.FactAddress
}

// tally sums up what people who were not there may have heard of or can look up. Each kind counts once.
type tally struct {
	kinds  bedside.FactSet
	points int
	best   int
}

func (t *tally) add(d *Detail) {
	if t.kinds.Has(d.Kind) {
		return
	}
	t.kinds.Add(d.Kind)
	p := publicPoints(d)
	t.points += p
	t.best = max(t.best, p)
}

// publicPoints is how much a detail helps somebody who was not there. What only those at the bedside know helps little.
func publicPoints(d *Detail) int {
	switch d.Kind {
	case bedside.FactName, bedside.FactEmail, bedside.FactPhone, bedside.FactAddress, bedside.FactRecordNumber:
		return 4
	case bedside.FactRareCondition, bedside.FactUniqueRole, bedside.FactRecord, bedside.FactEvent:
		return 3
	case bedside.FactMultipleBirth: // few days have one, in most hospitals
		return 3
	case bedside.FactOccupation, bedside.FactAgeOver89:
		return 2
	case bedside.FactAge, bedside.FactCondition, bedside.FactProcedure, bedside.FactEthnicity, bedside.FactDeath, bedside.FactStory:
		return 1
	}
	return 0
}

// names lists who could recognise somebody.
func (w weighing) names() []string {
	out := []string{}
	for _, n := range [...]struct {
		is   bool
		name string
	}{{w.self, "self"}, {w.family, "family"}, {w.colleague, "colleague"}, {w.stranger, "stranger"}} {
		if n.is {
			out = append(out, n.name)
		}
	}
	return out
}

// identifies holds for what points at a person by itself.
func identifies(k bedside.FactKind) bool {
	switch k {
	case bedside.FactName, bedside.FactEmail, bedside.FactPhone, bedside.FactAddress, bedside.FactRecordNumber,
		bedside.FactNationalNumber, bedside.FactAccountNumber, bedside.FactPlate, bedside.FactDeviceNumber:
		return true
	}
	return false
}
