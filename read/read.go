package read

import "bedside"

// Read answers every head of a draft. Each level that a head reaches is a fact of the draft as a whole; a head that is not
// unlikely also points at words.
func (m *Model) Read(s *Seen) []bedside.Fact {
	scores := m.Scores(s)
	var out []bedside.Fact
	for h := range bedside.Head(bedside.HeadCount) {
		levels := m.levels(h, &scores)
		for _, l := range levels {
			out = append(out, bedside.Fact{Kind: bedside.LearnedFact(h, l), Sentence: -1, Person: -1})
		}
		if levels[0] != bedside.Unlikely {
			out = append(out, m.evidence(h, levels[0], s)...)
		}
	}
	return out
}

// Scores tells the heads' scores, for training and figures.
func (m *Model) Scores(s *Seen) Scores { return m.scores(m.hits(Features(s))) }
