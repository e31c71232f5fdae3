package engine

import "bedside"

// A fact of a picture points at a region by its number: the whole file, then its faces, its texts, its codes. A result has boxes.

const wholeFile = 0

func regionOfFace(i int) int                  { return 1 + i }
func regionOfCode(s *bedside.Seen, i int) int { return 1 + len(s.Faces) + i }

// boxOf is the box of a region; nil for the whole file and for what has no place in it.
func boxOf(s *bedside.Seen, region int) *[4]int {
	var box [4]int
	switch i := region - 1; {
	case i < 0:
		return nil
	case i < len(s.Faces):
		box = s.Faces[i].Box
	case i < len(s.Faces)+len(s.Codes):
		box = s.Codes[i-len(s.Faces)].Box
	}
	if box[2] <= 0 || box[3] <= 0 {
		return nil
	}
	return &box
}

// place gives evidence in a picture its box. Codes and faces have no words; what a region's number said is said by the box.
func place(ev *bedside.Evidence, d *bedside.Draft) {
	if ev.Index >= len(d.Media) || d.Media[ev.Index].Seen == nil {
		return
	}
	switch seen := d.Media[ev.Index].Seen; ev.Part {
	case bedside.PartMedia:
		ev.Box = boxOf(seen, ev.Start)
		ev.Start, ev.End = 0, 0
	case bedside.PartPictureText:
		ev.Box = seen.BoxOf(ev.Start, ev.End)
	default:
	}
}
