package read

import (
	"encoding/binary"
	"hash/fnv"

	"bedside"
	"bedside/read/encoder"
)

// A second stage, stored behind the first, all numbers little-endian:
//
//	magic      "BREAD2N3"
//	int32      from, own, shared, below: see Mix
//	uint32     how many pieces the vocabulary has
//	pieces     a byte of length, then the letters
//	encoder    see package encoder
const secondMagic = "BREAD2N3"

// Outputs is how many scores the encoder answers with: one a head, and one for whether the draft should be sent back at all.
const Outputs = bedside.HeadCount + 1

// Mix is how what the encoder answers is added to the heads' scores.
type Mix struct {
	From        int32 // it is asked where the loudest score is at least that
	Own, Shared int32 // by what a head's own number and the common one are multiplied, in 1/mixUnit of a score of one
	Below       int32 // what is added to all scores where it is not asked
}

const mixUnit = 1 << 12

// Second is the second stage of the reader: a small encoder that reads whole sentences, for the drafts that a sum over words leaves open.
type Second struct {
	mix    Mix
	words  *Vocabulary
	answer func(pieces []uint16) encoder.Answer
}

// LoadSecond reads a stored second stage. The bytes must not change afterwards.
func LoadSecond(b []byte) (*Second, error) {
	const fixed = len(secondMagic) + 5*4
	if len(b) < fixed || string(b[:len(secondMagic)]) != secondMagic {
		return nil, bedside.Errorf(bedside.CodeInvalid, "the weights of the reader's second stage are not in the stored form")
	}
	s := &Second{}
	next := func(i int) int32 { return int32(binary.LittleEndian.Uint32(b[len(secondMagic)+4*i:])) }
	for i, n := range s.mix.list() {
		*n = next(i)
	}
	pieces, rest, ok := cutPieces(b[fixed:], int(next(4)))
	if !ok {
		return nil, cutShort()
	}
	s.words = NewVocabulary(pieces)
	net, err := encoder.Load(rest)
	if err != nil {
		return nil, err
	}
	if sizes := net.Sizes(); sizes.Pieces != len(pieces) || sizes.Outputs < Outputs || sizes.Positions < mostPieces {
		return nil, bedside.Errorf(bedside.CodeInvalid, "the encoder does not fit the reader: it has %d pieces, %d outputs and %d positions", sizes.Pieces, sizes.Outputs, sizes.Positions)
	}
	s.answer = func(pieces []uint16) encoder.Answer {
		out, _ := net.Answer(pieces) // no vocabulary makes pieces that the encoder refuses: their sizes were compared
		return out
	}
	return s, nil
}

// cutPieces takes a vocabulary off stored bytes.
func cutPieces(b []byte, n int) (pieces []string, rest []byte, ok bool) {
	if n < 1 || n > 1<<16 {
		return nil, nil, false
	}
	pieces = make([]string, n)
	for i := range pieces {
		if len(b) == 0 || len(b) < 1+int(b[0]) {
			return nil, nil, false
		}
		pieces[i], b = string(b[1:1+b[0]]), b[1+b[0]:]
	}
	return pieces, b, true
}

// StoreSecond writes a second stage in the form that LoadSecond reads: pieces in the order of their numbers, and a stored encoder.
func StoreSecond(mix Mix, pieces []string, net []byte) ([]byte, error) {
	b := []byte(secondMagic)
	for _, n := range mix.list() {
		b = binary.LittleEndian.AppendUint32(b, uint32(*n))
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(len(pieces))) //nolint:gosec // LoadSecond caps it
	for _, p := range pieces {
		if len(p) > longestKey {
			return nil, bedside.Errorf(bedside.CodeInvalid, "a piece of %d bytes is too long: %d at most", len(p), longestKey)
		}
		b = append(append(b, byte(len(p))), p...)
	}
	b = append(b, net...)
	_, err := LoadSecond(b)
	return b, err
}

func (m *Mix) list() [4]*int32 {
	return [...]*int32{&m.From, &m.Own, &m.Shared, &m.Below}
}

// Words is the vocabulary that the encoder was trained with; nil without a second stage.
func (s *Second) Words() *Vocabulary {
	if s == nil {
		return nil
	}
	return s.words
}

// Mix is how the answers are added.
func (s *Second) Mix() Mix { return s.mix }

// Recorded is the same stage with scores that were written down, for figures on drafts that the encoder learned from: there another
// answers, which never saw their writers. Pieces nobody has an answer for are not asked about, and of stories nothing is recorded.
func (s *Second) Recorded(scores func(key uint64) []int32) *Second {
	out := *s
	out.answer = func(pieces []uint16) encoder.Answer {
		return encoder.Answer{Scores: scores(Key(pieces)), Story: NoStory * storyUnit}
	}
	return &out
}

// Key names a list of pieces.
func Key(pieces []uint16) uint64 {
	h := fnv.New64a()
	for _, p := range pieces {
		h.Write([]byte{byte(p), byte(p >> 8)})
	}
	return h.Sum64()
}

// Add adds what the encoder says of some pieces to scores that leave something open. It reports whether there was an answer.
func (s *Second) Add(to *Scores, pieces []uint16) bool {
	if !s.mix.asked(to) {
		to.shift(s.mix.Below)
		return true
	}
	return s.mix.add(to, s.answer(pieces).Scores)
}

// shift adds one number to all scores.
func (s *Scores) shift(by int32) {
	for h := range s {
		s[h] += by
	}
}

// ask is what the encoder says of a draft.
func (s *Second) ask(seen *Seen, c *scratch) encoder.Answer {
	c.pieces = s.words.appendPieces(c.pieces[:0], seen, c.visible)
	return s.answer(c.pieces)
}

// asked reports whether a draft's scores leave something open: below From, nothing more is found.
func (m *Mix) asked(s *Scores) bool { return s[s.loudest()] >= m.From }

// add adds answers to scores.
func (m *Mix) add(to *Scores, answers []int32) bool {
	if len(answers) < Outputs {
		return false
	}
	for h := range to {
		sum := int64(m.Own)*int64(answers[h]) + int64(m.Shared)*int64(answers[Outputs-1])
		to[h] += int32(sum * scoreOne / (mixUnit * encoder.One)) //nolint:gosec // the encoder's answers and the mix are small
	}
	return true
}

// scoreOne is a score of one: what a margin of one is in stored scores.
const scoreOne = 256 * 16

// Second is the model's second stage; nil without one.
func (m *Model) Second() *Second { return m.second }

// WithSecond is the model with another second stage, or with none.
func (m *Model) WithSecond(s *Second) *Model {
	out := *m
	out.second = s
	return &out
}

// CutSecond parts a stored model from its stored second stage, which may be empty.
func CutSecond(b []byte) (first, second []byte, err error) {
	m, err := Load(b)
	if err != nil {
		return nil, nil, err
	}
	return b[:m.size], b[m.size:], nil
}
