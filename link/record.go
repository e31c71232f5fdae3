// Package link keeps what each post of an author tells of their patients and of themselves, joins posts that tell of one
// patient, and says which posts reveal somebody together. It joins by explicit evidence only, keeps facts and places in the
// posts but no words of theirs, and knows no rules. Start at Timeline.
package link

import (
	"bedside"
	"bedside/calendar"
)

// Record is what is kept of one post: places in its words and hashes of them, never the words. It is as sensitive as the post.
type Record struct {
	Day      calendar.Day // on which it was published
	Dated    bool         // Day is known
	Tellings []Telling    // the patients that it tells of
	Stays    []Stay       // where it says that its author is

	thread  uint64 // the conversation that it belongs to; 0 for none
	words   uint64 // all its words
	answers uint64 // the words that it answers; 0 for none
}

// In is the record of a post that belongs to a conversation. Posts of one conversation may tell of one patient.
func (r Record) In(thread string) Record {
	r.thread = 0
	if thread != "" {
		r.thread = Hash(thread)
	}
	return r
}

// Said notes the words of the post, and those that it answers, as hashes: an answer to an earlier post goes on with it.
func (r *Record) Said(words, answers uint64) { r.words, r.answers = words, answers }

// Empty reports whether a post tells nothing that could be put together with another.
func (r *Record) Empty() bool { return len(r.Tellings) == 0 && len(r.Stays) == 0 }

// Detail is one thing told, and where.
type Detail struct {
	Kind     bedside.FactKind
	Span     bedside.Span
	Key      uint64 // of its words; details with the same key say the same
	From, To int16  // an age in years; how many were born; 0 when not known
	Crowd    int32  // as Mention.Crowd
}

// Sex is what the words show of it.
type Sex uint8

// The sexes, as far as words show them.
const (
	SexUnknown Sex = iota
	Female
	Male
	SexMixed // words for both: nothing follows
)

// Telling is what one post tells of one patient.
type Telling struct {
	Person  int   // in the draft; -1 where no words stand for the person
	Weak    bool  // only the scene speaks for it being a patient
	Follows bool  // takes up somebody who was told of before
	Changed bool  // the author says that details are changed
	Told    uint8 // how sure the learned reader is that one patient is told of: 0 not, 1 likely, 2 sure
	Sex     Sex
	Days    calendar.Interval // when it happened, as far as the words say
	Timed   bool              // Days is known
	Details []Detail
}

// Stay is a place where the author says to be.
type Stay struct {
	Detail
	Bio   bool              // stands beside every post
	Sure  bool              // words for work or care stand beside it
	Small bool              // few people are there
	Days  calendar.Interval // for which it holds
}

// Hash is a hash of words, the same on every platform (FNV-1a).
func Hash(words ...string) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words {
		for i := range len(w) {
			h = (h ^ uint64(w[i])) * 1099511628211
		}
		h = (h ^ ' ') * 1099511628211
	}
	return h
}
