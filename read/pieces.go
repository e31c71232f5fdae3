package read

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"bedside"
	"bedside/text"
)

// Pieces that stand for more than their own letters.
const (
	pieceUnknown = "[UNK]" // letters that the vocabulary has no piece for, an unknown emoji
	pieceStart   = "[CLS]"
	pieceEnd     = "[SEP]" // of the facts, of a passage
	pieceHandle  = "@"
	pieceLink    = "http"
	continued    = "##" // begins a piece that is not the first of its word
)

// Bounds of what the encoder reads: of a passage, of the facts and of all.
const (
	mostOfPassage = 128
	mostFacts     = 12
	mostPieces    = 160
)

// Vocabulary numbers the pieces of words that the encoder knows (WordPiece: Schuster and Nakajima, ICASSP 2012).
type Vocabulary struct {
	words               []string
	of                  map[string]uint16
	longest             int // bytes of the longest piece
	start, end, unknown uint16
}

// Pieces lists what the encoder reads of a draft.
func (v *Vocabulary) Pieces(s *Seen) []uint16 { return v.appendPieces(nil, s, nil) }

// appendPieces lists the facts of the draft as a whole, then the words of its parts. Identifiers are left out, and
// words that were seen in a picture: they never clear what the author says.
func (v *Vocabulary) appendPieces(out []uint16, s *Seen, visible []int32) []uint16 {
	out = append(out, v.start)
	out = v.appendFacts(out, s.Facts)
	for i := range s.Passages {
		p := &s.Passages[i]
		if p.Shown {
			continue
		}
		if p.Part != bedside.PartText {
			out = v.appendNamed(out, "part."+string(p.Part))
		}
		out = v.appendPassage(out, p, visible[:0])
		if len(out) >= mostPieces {
			out = out[:mostPieces-1]
			break
		}
		out = append(out, v.end)
	}
	if out[len(out)-1] != v.end {
		out = append(out, v.end)
	}
	return out
}

// appendFacts lists what is known of the draft as a whole: who posts what, and where.
func (v *Vocabulary) appendFacts(out []uint16, facts []bedside.Fact) []uint16 {
	first := len(out)
	for i := range facts {
		if OfDraft(&facts[i]) && len(out)-first < mostFacts {
			out = v.appendNamed(out, facts[i].Kind.String())
		}
	}
	return append(out, v.end)
}

// OfDraft holds for a fact of the draft as a whole, which the encoder reads as a piece of its own.
func OfDraft(f *bedside.Fact) bool {
	return f.Stance == bedside.Asserted && f.Person < 0 && f.Span.End == 0
}

// appendNamed adds a piece that stands for no letters, where the vocabulary has it.
func (v *Vocabulary) appendNamed(out []uint16, name string) []uint16 {
	if id, ok := v.of[name]; ok {
		return append(out, id)
	}
	return out
}

func (v *Vocabulary) appendPassage(out []uint16, p *Passage, visible []int32) []uint16 {
	most := len(out) + mostOfPassage
	for _, t := range p.appendVisible(visible) {
		if out = v.appendToken(out, &p.Doc.Tokens[t]); len(out) >= most {
			return out[:most]
		}
	}
	return out
}

func (v *Vocabulary) appendToken(out []uint16, t *text.Token) []uint16 {
	switch t.Kind {
	case text.Handle, text.Email:
		return append(out, v.id(pieceHandle))
	case text.Link:
		return append(out, v.id(pieceLink))
	case text.Emoji:
		return append(out, v.id(t.Form))
	default:
		return v.appendForm(out, t.Form)
	}
}

// appendForm parts a folded form where marks are, as the encoder's vocabulary was made, and looks up the pieces of each part.
func (v *Vocabulary) appendForm(out []uint16, form string) []uint16 {
	plain := bare(form)
	start := 0
	for i, r := range plain {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			continue
		}
		out = v.appendWord(out, plain[start:i])
		start = i + utf8.RuneLen(r)
		out = append(out, v.id(plain[i:start]))
	}
	return v.appendWord(out, plain[start:])
}

// appendWord takes the longest piece that a word begins with, again and again.
func (v *Vocabulary) appendWord(out []uint16, word string) []uint16 {
	var key [longestKey]byte
	for at := 0; at < len(word); {
		prefix := copy(key[:], continued)
		if at == 0 {
			prefix = 0
		}
		n := copy(key[prefix:], word[at:min(len(word), at+v.longest)])
		id, ok := v.unknown, false
		for ; n > 0 && !ok; n-- {
			if id, ok = v.of[string(key[:prefix+n])]; ok {
				break
			}
		}
		if !ok {
			id = v.unknown
			_, n = utf8.DecodeRuneInString(word[at:])
		}
		out = append(out, id)
		at += n
	}
	return out
}

// longestKey has room for any piece that a vocabulary may hold.
const longestKey = 64

// id is the number of a piece, that of the unknown one where it has none.
func (v *Vocabulary) id(piece string) uint16 {
	if id, ok := v.of[piece]; ok {
		return id
	}
	return v.unknown
}

// bare is a form without accents.
func bare(form string) string {
	for i := range len(form) {
		if form[i] >= utf8.RuneSelf {
			return stripped(form)
		}
	}
	return form
}

func stripped(form string) string {
	out := make([]rune, 0, len(form))
	for _, r := range norm.NFD.String(form) {
		if !unicode.Is(unicode.Mn, r) {
			out = append(out, r)
		}
	}
	return string(out)
}

// Words lists the pieces in the order of their numbers.
func (v *Vocabulary) Words() []string { return slices.Clone(v.words) }

// NewVocabulary numbers pieces in their order.
func NewVocabulary(pieces []string) *Vocabulary {
	v := &Vocabulary{words: pieces, of: make(map[string]uint16, len(pieces))}
	for i, p := range pieces {
		v.of[p] = uint16(i) //nolint:gosec // LoadSecond caps them
		v.longest = max(v.longest, len(p))
	}
	v.longest = min(v.longest, longestKey-len(continued))
	v.start, v.end, v.unknown = v.of[pieceStart], v.of[pieceEnd], v.of[pieceUnknown]
	return v
}
