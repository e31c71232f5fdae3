package audit

import (
	"encoding/base64"
	"io"
	"slices"
	"time"

	"bedside"
	"bedside/internal/whole"
)

// A state is written when this long has passed since the last time, or this many times as long as the writing took.
const (
	writeEvery = 2 * time.Second
	writeShare = 20

	saltSize = 16
)

// state is what is known of an audit under way and of the one before it. It lives in a file, or nowhere.
type state struct {
	file     string
	now      func() time.Time
	salt     []byte
	settings string
	begun    time.Time         // when this run began, or the broken-off one that it goes on with
	old      map[hash]bool     // ids of the posts that the file knows
	quiet    map[hash]string   // posts in which nothing was found, and what was not checked in them
	last     *ledger           // what the last complete audit found
	ids      []hash            // of this run's posts
	fresh    map[string][]hash // quiet posts of this run, by what was not checked in them
	written  time.Time
	took     time.Duration
	failed   bool // to be written once
}

// ledger is what a complete audit found: ids and salted hashes, nothing that could be read.
type ledger struct {
	At       bedside.Time `json:"at"`
	Found    []entry      `json:"found"`
	Clusters [][]string   `json:"clusters"` // salted hashes of the ids of their posts
}

// entry is what was found in one post.
type entry struct {
	Platform string   `json:"platform"`
	Post     string   `json:"post"`
	ID       string   `json:"hash"`
	Findings []string `json:"findings"` // ids
}

// openState reads a state file. One that is not there is begun anew.
func openState(o *Options, begun time.Time) (*state, error) {
	s := &state{file: o.State, now: o.Now, begun: begun, written: begun, fresh: make(map[string][]hash)}
	if s.file == "" {
		return s, nil
	}
	if err := whole.Try(s.file); err != nil {
		return nil, unwritable(bedside.CodeInvalid, err)
	}
	stored, err := readStored(s.file)
	switch {
	case err != nil:
		return nil, err
	case stored == nil:
		err = s.draw(o.Random)
	default:
		err = s.load(stored)
	}
	if err != nil {
		return nil, err
	}
	s.settings = newHasher(s.salt).of("settings", string(o.Settings), o.AsOf.UTC().String()).String()
	switch {
	case stored == nil:
	case stored.Settings != s.settings: // other rules, another version: everything is checked again
		s.quiet = nil
	case !stored.Begun.IsZero():
		s.begun = stored.Begun.Time
	}
	return s, nil
}

// draw draws the salt of a new state.
func (s *state) draw(random io.Reader) error {
	s.salt = make([]byte, saltSize)
	if _, err := io.ReadFull(random, s.salt); err != nil {
		return &bedside.Error{Code: bedside.CodeUnavailable, Message: "--state: this computer gave no random numbers", Err: err}
	}
	return nil
}

// load takes what a file holds.
func (s *state) load(f *stored) (err error) {
	if s.salt, err = base64.RawURLEncoding.DecodeString(f.Salt); err != nil || len(s.salt) < saltSize {
		return notState()
	}
	s.old, s.quiet = make(map[hash]bool, len(f.Posts)), make(map[hash]string)
	for _, text := range f.Posts {
		h, ok := parseHash(text)
		if !ok {
			return notState()
		}
		s.old[h] = true
	}
	for codes, texts := range f.Quiet {
		for _, text := range texts {
			h, ok := parseHash(text)
			if !ok {
				return notState()
			}
			s.quiet[h] = codes
		}
	}
	s.last = f.Last
	return nil
}

// hasher makes this state's hashes, or is nil where there is no state.
func (s *state) hasher() *hasher {
	if s.file == "" {
		return nil
	}
	return newHasher(s.salt)
}

// fits notes the posts of this run. A state of other posts altogether is refused: it would be lost.
func (s *state) fits(posts []post) error {
	h := s.hasher()
	if h == nil {
		return nil
	}
	known := 0
	for i := range posts {
		id := h.id(&posts[i].Draft)
		s.ids = append(s.ids, id)
		if s.old[id] {
			known++
		}
	}
	if known == 0 && len(s.old) > 0 {
		return bedside.Errorf(bedside.CodeInvalid, "--state: this file belongs to other posts: none of these is in it. Name another file, or one that is not there yet")
	}
	return nil
}

// isQuiet tells of a post in which nothing was found, and what was not checked in it.
func (s *state) isQuiet(h hash) (codes string, known bool) {
	codes, known = s.quiet[h]
	return codes, known
}

// note keeps that there is nothing in a post but what was not checked.
func (s *state) note(h hash, codes string) {
	if s.file != "" && h != (hash{}) {
		s.fresh[codes] = append(s.fresh[codes], h)
	}
}

// saveWhenDue writes the state from time to time: seldom enough that writing takes a small part of the time. Where that fails, the
// work goes on; the end of the run tries again, and tells.
func (s *state) saveWhenDue() {
	if s.file == "" || s.failed || s.now().Sub(s.written) < max(writeEvery, writeShare*s.took) {
		return
	}
	s.failed = s.save() != nil
}

// save writes the state of a run under way.
func (s *state) save() error { return s.write(s.last, false) }

// here are the posts of this run.
func (s *state) here() map[string]bool {
	out := make(map[string]bool, len(s.ids))
	for _, id := range s.ids {
		out[id.String()] = true
	}
	return out
}

// write puts the state into its file, whole or not at all.
func (s *state) write(last *ledger, complete bool) error {
	if s.file == "" {
		return nil
	}
	started := s.now()
	f := stored{Bedside: stateKind, Schema: stateSchema, Salt: base64.RawURLEncoding.EncodeToString(s.salt), Settings: s.settings, Last: last}
	if !complete {
		f.Begun = bedside.Time{Time: s.begun}
	}
	for _, id := range s.ids {
		f.Posts = append(f.Posts, id.String())
	}
	f.Quiet = make(map[string][]string, len(s.fresh))
	for codes, hashes := range s.fresh {
		for _, h := range hashes {
			f.Quiet[codes] = append(f.Quiet[codes], h.String())
		}
	}
	if !complete { // what an earlier run knows of posts that this one has not come to is not lost
		s.carry(&f)
	}
	if err := f.write(s.file); err != nil {
		return err
	}
	s.written, s.took = s.now(), s.now().Sub(started)
	return nil
}

// carry adds what the file knew of quiet posts and this run has not confirmed yet.
func (s *state) carry(f *stored) {
	fresh := make(map[hash]bool)
	for _, hashes := range s.fresh {
		for _, h := range hashes {
			fresh[h] = true
		}
	}
	for h, codes := range s.quiet {
		if !fresh[h] {
			f.Quiet[codes] = append(f.Quiet[codes], h.String())
		}
	}
	for codes := range f.Quiet {
		slices.Sort(f.Quiet[codes])
	}
}
