package bedside

// PartKind says which part of a draft some text belongs to. The names are those of the JSON contract.
type PartKind string

// The parts of a draft.
const (
	PartText        PartKind = "text"
	PartAlt         PartKind = "alt"
	PartCaption     PartKind = "caption"
	PartPictureText PartKind = "picture_text"
	PartMedia       PartKind = "media"
	PartBio         PartKind = "bio"
	PartReplyTo     PartKind = "reply_to"
	PartTimeline    PartKind = "timeline"
)

// Span is a range of bytes in the UTF-8 of one part. Index counts parts of a kind: the second picture's
// alternative text is {PartAlt, 1, …}. A span with Start == End points at the part as a whole.
type Span struct {
	Part       PartKind
	Index      int
	Start, End int
}

// Empty reports whether the span covers no bytes.
func (s Span) Empty() bool { return s.Start >= s.End }

// SamePart reports whether both spans lie in the same part.
func (s Span) SamePart(o Span) bool { return s.Part == o.Part && s.Index == o.Index }

// Overlaps reports whether the spans share a byte.
func (s Span) Overlaps(o Span) bool { return s.SamePart(o) && s.Start < o.End && o.Start < s.End }

// Contains reports whether o lies inside s.
func (s Span) Contains(o Span) bool { return s.SamePart(o) && s.Start <= o.Start && o.End <= s.End }
