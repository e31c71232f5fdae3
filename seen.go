package bedside

import (
	"math/bits"
	"time"
)

// Seen is what was found in a picture, a video or a document when its bytes were looked at. It is handed in by whoever looked and
// never decoded: a draft cannot claim it. Boxes are x, y, width and height in pixels of the picture as people see it.
type Seen struct {
	Type          string // jpeg, png, gif, webp, heic, mp4, mov, pdf, docx, pptx, xlsx, dicom …; empty for what is none of them
	Bytes         int64
	Width, Height int      // as people see it; 0 when unknown
	SHA256        string   // of the bytes, lower-case hexadecimal: what a consent's media_hash is compared with
	Likeness      Likeness // what a re-posted copy is recognised by
	Faces         []SeenFace
	Texts         []SeenText
	Codes         []SeenCode
	Times         []time.Duration // of a video: when its frames are shown, the first is page 1
	Metadata      Metadata
	NotChecked    []NotChecked // what of the file nobody could look at, and why
}

// Likeness is how a picture looks, in hashes that a smaller or recompressed copy shares. Zero: unknown.
type Likeness struct{ PHash, DHash, MirroredPHash, MirroredDHash uint64 }

// Alike reports whether two pictures are copies of one: smaller, recompressed or mirrored. A picture of the same thing is none.
func (l Likeness) Alike(other Likeness) bool {
	if l == (Likeness{}) || other == (Likeness{}) {
		return false
	}
	return near(l.PHash, other.PHash, l.DHash, other.DHash) || near(l.MirroredPHash, other.PHash, l.MirroredDHash, other.DHash)
}

// near: one hash that agrees closely, with the other not far off.
func near(p, otherP, d, otherD uint64) bool {
	pFar, dFar := bits.OnesCount64(p^otherP), bits.OnesCount64(d^otherD)
	return pFar <= 6 && dFar <= 16 || pFar <= 12 && dFar <= 6
}

// SeenFace is a face in a picture.
type SeenFace struct {
	Box     [4]int
	Page    int  // of a document or a frame of a video, from 1; 0 in a picture
	Sure    bool // found at the higher threshold
	PerMill int  // share of the picture's area
}

// SeenText is a line of words in a picture, or a paragraph of a document.
type SeenText struct {
	Box  [4]int // zero in a document
	Page int    // of a document or a frame of a video, from 1; 0 in a picture
	Text string // empty when the line was found but not read
}

// SeenCode is a bar code or a matrix code.
type SeenCode struct {
	Box  [4]int
	Page int    // of a document or a frame of a video, from 1; 0 in a picture
	Kind string // qr, code128, aztec, datamatrix, pdf417, ean13 …
	Text string
}

// Metadata is what a file tells beside what it shows.
type Metadata struct {
	Place    *Point   // where a picture was taken
	Taken    string   // when, as the file writes it
	Device   string   // camera or telephone
	Owner    string   // author, artist, copyright holder
	Words    []string // what people wrote into it: titles, descriptions, comments, keywords
	Fields   []string // names of all fields that say something of people, places, times or devices, sorted
	Previews int      // smaller pictures inside, which may show what was cut away
	Shows    bool     // one of them shows something else than the picture: more of it, or what it showed before
}

// Point is a place on the earth in millionths of a degree.
type Point struct{ Latitude, Longitude int }

// bands is how many rows a picture is read in.
const bands = 8

// Row is the row of a picture in which people read what lies in a box: the upper rows first, each from the left.
func (s *Seen) Row(box [4]int) int { return bands * (box[1] + box[3]/2) / max(1, s.Height) }
