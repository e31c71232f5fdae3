package read

import "bedside"

// pointedHeads is for how many heads words are pointed at. A draft has one trouble or two; a long text that seems to have all of
// them would be gone through fifteen times.
const pointedHeads = 3

// maxPointed bounds the places that one head points at: no finding shows more.
const maxPointed = 200

// Reading is what the heads say of one draft. Words are pointed at when somebody asks for them: of most drafts nobody does.
// It is for one goroutine.
type Reading struct {
	model   *Model
	seen    *Seen
	scores  Scores
	covers  [][]bedside.FactSet // by passage: what the first tier found, by token
	asked   [bedside.HeadCount]bool
	pointed [bedside.HeadCount][]bedside.Fact
}

// Answer asks every head about a draft.
func (m *Model) Answer(s *Seen) Reading { return Reading{model: m, seen: s, scores: m.Scores(s)} }

// Levels are the levels that the heads reach: facts of the draft as a whole.
func (r *Reading) Levels() (out bedside.FactSet) {
	for h := range bedside.Head(bedside.HeadCount) {
		levels, n := r.model.levels(h, &r.scores)
		for _, l := range levels[:n] {
			out.Add(bedside.LearnedFact(h, l))
		}
	}
	return out
}

// Point finds the words that show a fact of the reader's. Only the loudest of the likely heads point at any.
func (r *Reading) Point(k bedside.FactKind) []bedside.Fact {
	h, l, ok := bedside.LearnedOf(k)
	if !ok || l != bedside.Likely || r.scores[h] < r.model.from[h][1] || r.scores.louder(h) >= pointedHeads {
		return nil
	}
	if !r.asked[h] {
		r.asked[h], r.pointed[h] = true, r.evidence(h)
	}
	return r.pointed[h]
}

// Pointed reports whether somebody asked for words: the second tier was reached.
func (r *Reading) Pointed() bool { return r.asked != [bedside.HeadCount]bool{} }

// Scores tells the heads' scores.
func (m *Model) Scores(s *Seen) Scores {
	c := m.pool.Get().(*scratch)
	defer m.pool.Put(c)
	out := m.scores(m.hits(s, c), c)
	if m.second != nil {
		m.second.read(&out, s, c)
	}
	return out
}
