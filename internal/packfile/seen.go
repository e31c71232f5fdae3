package packfile

import (
	"bedside"
)

// The sizes of invented pictures. Rows of words stand one below the other, faces side by side.
const (
	seenWidth, seenHeight = 4000, 3000
	rowHeight             = 80
	faceWidth             = 300
)

// seen reads what was seen in the media of an example, one after the other. A draft over the network cannot claim such a thing: only
// an example, and whoever looked, can.
func (s *sheet) seen(n *node) []bedside.Seen {
	var out []bedside.Seen
	for _, item := range s.items(n) {
		out = append(out, s.sight(item))
	}
	return out
}

// sight reads what was seen in one file: its type, how many faces surely and how many perhaps, rows of words, kinds of codes, and what
// it holds beside what it shows. Pictures of one likeness are copies of each other.
func (s *sheet) sight(n *node) bedside.Seen {
	f := s.fields(n, "what was seen", "type?", "faces?", "perhaps?", "words?", "codes?", "place?", "owner?", "fields?", "sha256?", "preview?", "likeness?")
	out := bedside.Seen{Type: "jpeg", Width: seenWidth, Height: seenHeight}
	if f["type"] != nil {
		out.Type = s.text(f["type"])
	}
	for i := range s.number(f["faces"]) + s.number(f["perhaps"]) {
		out.Faces = append(out.Faces, bedside.SeenFace{Box: [4]int{faceWidth * i, seenHeight / 2, faceWidth, faceWidth}, Sure: i < s.number(f["faces"]), PerMill: 7})
	}
	for i, words := range s.texts(f["words"]) {
		out.Texts = append(out.Texts, bedside.SeenText{Box: [4]int{0, rowHeight * i, seenWidth / 2, rowHeight / 2}, Text: words})
	}
	for i, kind := range s.texts(f["codes"]) {
		out.Codes = append(out.Codes, bedside.SeenCode{Box: [4]int{seenWidth / 2, rowHeight * i, rowHeight, rowHeight}, Kind: kind, Text: "00123456"})
	}
	if s.truth(f["place"]) {
		out.Metadata.Place = &bedside.Point{Latitude: 1_000_000, Longitude: 1_000_000}
	}
	if f["owner"] != nil {
		out.Metadata.Owner = s.text(f["owner"])
	}
	if f["sha256"] != nil {
		out.SHA256 = s.text(f["sha256"])
	}
	out.Metadata.Fields, out.Metadata.Shows = s.texts(f["fields"]), s.truth(f["preview"])
	if n := uint64(s.number(f["likeness"])); n > 0 { //nolint:gosec // what is negative is no number of an example
		out.Likeness = bedside.Likeness{PHash: n, DHash: n, MirroredPHash: ^n, MirroredDHash: ^n}
	}
	return out
}

// decode reads the draft of an example, with what was seen in its media.
func (e Example) decode() (bedside.Draft, error) {
	d, err := bedside.DecodeDraft(e.Draft)
	if err != nil {
		return d, err
	}
	for i := range e.Seen {
		if i == len(d.Media) {
			d.Media = append(d.Media, bedside.Media{})
		}
		d.Media[i].Seen = &e.Seen[i]
	}
	return d, nil
}
