package read

import "bedside"

// Usual is how many facts Read mostly adds at most.
const Usual = 3 * bedside.HeadCount

// pointedHeads is for how many heads words are pointed at. A draft has one trouble or two; a long text that seems to have all of
// them would be gone through fifteen times.
const pointedHeads = 3

// Read answers every head of a draft and adds the answers to some facts. Each level that a head reaches is a fact of the draft as
// a whole; the loudest of the likely heads also point at words.
func (m *Model) Read(out []bedside.Fact, s *Seen) []bedside.Fact {
	scores := m.Scores(s)
	for h := range bedside.Head(bedside.HeadCount) {
		levels, n := m.levels(h, &scores)
		for _, l := range levels[:n] {
			out = append(out, bedside.Fact{Kind: bedside.LearnedFact(h, l), Sentence: -1, Person: -1})
		}
		if levels[0] == bedside.Likely && scores.louder(h) < pointedHeads {
			out = m.evidence(out, h, s)
		}
	}
	return out
}

// Scores tells the heads' scores, for training and figures.
func (m *Model) Scores(s *Seen) Scores {
	c := m.pool.Get().(*scratch)
	defer m.pool.Put(c)
	return m.scores(m.hits(s, c), c)
}
