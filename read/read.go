package read

import (
	"bedside"
	"bedside/read/encoder"
)

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
	encoded bool // the second stage was asked
	story   int32
	covers  [][]bedside.FactSet // by passage: what the first tier found, by token
	asked   [bedside.HeadCount]bool
	pointed [bedside.HeadCount][]bedside.Fact
}

// Answer asks every head about a draft.
func (m *Model) Answer(s *Seen) Reading {
	c := m.pool.Get().(*scratch)
	defer m.pool.Put(c)
	r := Reading{model: m, seen: s, scores: m.scores(m.hits(s, c), c), story: NoStory}
	if m.second == nil {
		return r
	}
	if r.encoded = m.second.mix.asked(&r.scores); !r.encoded {
		r.scores.shift(m.second.mix.Below)
		return r
	}
	answer := m.second.ask(s, c)
	m.second.mix.add(&r.scores, answer.Scores)
	r.story = storyOf(answer)
	return r
}

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

// storyFrom is the head's own score from which on the encoder is asked for a story that other posts may complete.
const storyFrom = -scoreOne * 6 / 5

// NoStory is the story of a draft that the encoder was not asked about: less than any.
const NoStory = -1 << 20

// Story is how much a draft tells of one patient whom the author's other posts could reveal, in 1/4,096. A post that is acceptable by itself
// may complete another, so the encoder is asked about more posts than for their own sake.
func (r *Reading) Story() int32 {
	const head = bedside.HeadToldStory
	second := r.model.second
	if second == nil || r.encoded || r.scores[head]-second.mix.Below < storyFrom {
		return r.story
	}
	c := r.model.pool.Get().(*scratch)
	defer r.model.pool.Put(c)
	return storyOf(second.ask(r.seen, c))
}

// storyOf is what the encoder says of it.
func storyOf(a encoder.Answer) int32 { return a.Story / storyUnit }

// storyUnit is how much of the encoder's story is one of ours.
const storyUnit = encoder.One / scoreOne

// Pointed reports whether somebody asked for words: the second tier was reached.
func (r *Reading) Pointed() bool { return r.asked != [bedside.HeadCount]bool{} }

// Scores tells the heads' scores.
func (m *Model) Scores(s *Seen) Scores {
	r := m.Answer(s)
	return r.scores
}
