package read

import "bedside"

// Usual is how many facts Read mostly adds at most.
const Usual = 2*bedside.HeadCount + most

// Read answers every head of a draft and adds the answers to some facts. Each level that a head reaches is a fact of the draft as a whole; a likely head also
// names the words that moved it.
func (m *Model) Read(out []bedside.Fact, s *Seen) []bedside.Fact {
	c := m.pool.Get().(*scratch)
	defer m.pool.Put(c)
	hits := m.hits(s, c)
	scores := m.scores(hits, c)
	for h := range bedside.Head(bedside.HeadCount) {
		levels, n := m.levels(h, &scores)
		for _, l := range levels[:n] {
			out = append(out, bedside.Fact{Kind: bedside.LearnedFact(h, l), Sentence: -1, Person: -1})
		}
		if levels[0] == bedside.Likely {
			out = append(out, m.evidence(h, s, hits)...)
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
