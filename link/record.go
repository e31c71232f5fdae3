// Package link keeps what each post of an author tells of their patients and of themselves, joins posts that tell of one
// patient, and says which posts reveal somebody together. It joins by explicit evidence only, keeps facts and places in the
// posts but no words of theirs, and knows no rules. Start at Timeline.
package link

import (
	"bedside"
	"bedside/calendar"
	"bedside/reid"
)

// Record is what is kept of one post: places in its words and hashes of them, never the words. It is as sensitive as the post.
type Record struct {
	Day      calendar.Day // on which it was published
	Dated    bool         // Day is known
	Tellings []Telling    // the patients that it tells of
	Stays    []Stay       // where it says that its author is
	Echoes   []Echo       // words by which another post may take it up
	Manikin  bool         // speaks of a manikin
	Foreign  bool         // speaks of the author's family, an animal, a manikin or somebody in a novel, and of no patient
	Replies  bool         // answers somebody, without saying what

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
func (r *Record) Empty() bool {
	return len(r.Tellings) == 0 && len(r.Stays) == 0 && len(r.Echoes) == 0 && !r.Replies
}

// Echo is a word by which posts may take each other up, and where it stands in the text.
type Echo struct {
	Key        uint64
	Start, End int32
	Uncommon   bool
	Pointed    bool // "my", "the" or a title stands before it
}

// Weight is how far the word speaks for one story.
func (e Echo) Weight() int {
	w := 1
	if e.Uncommon {
		w = 3
	}
	if e.Pointed {
		w++
	}
	return w
}

func (e Echo) span() bedside.Span {
	return bedside.Span{Part: bedside.PartText, Start: int(e.Start), End: int(e.End)}
}

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
	Person  int               // in the draft; -1 where no words stand for the person
	Weak    bool              // only the scene speaks for it being a patient
	Bare    bool              // nobody is told of, but another post may take this one up
	Follows bool              // takes up somebody who was told of before
	Since   calendar.Interval // when that was, where the words name a time: "our boat man from November"; empty otherwise
	Changed bool              // the author says that details are changed
	Work    bool              // the post shows its author at work with patients
	Story   int32             // how much of one patient is told, as the learned reader sees it, in 1/4,096; NoStory without one
	Sex     Sex
	Days    calendar.Interval // when it happened, as far as the words say
	Timed   bool              // Days is known
	Details []Detail
	Figures []reid.Detail // the same as far as it can be counted, with what is known of where the author's patients are
}

// Stay is a place where the author says to be.
type Stay struct {
	Detail
	Figure reid.Detail       // the same as far as it can be counted
	Bio    bool              // stands beside every post
	Sure   bool              // words for work or care stand beside it
	Small  bool              // few people are there
	Days   calendar.Interval // for which it holds
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
