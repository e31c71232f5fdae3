package look

import (
	"cmp"
	"slices"
	"time"

	"bedside/media"
)

// sight is something in a picture of a video, in pixels of that picture.
type sight struct {
	kind string // face, words or code
	at   time.Duration
	box  [4]int
}

// track is one face, block of words or code as it was seen, in the order of time.
type track []sight

// How a video is looked at, and how what it shows is followed.
const (
	filmStep  = 500 * time.Millisecond // between two pictures
	wordStep  = 2 * filmStep           // between two in which words and codes are looked for
	mostGap   = 4 * filmStep           // what is not seen for so long has left
	blink     = 100 * time.Millisecond // times of pictures are exact to about that
	mostCover = 2                      // a box covers at most so many times what it must at once, for fewer boxes
)

// step is how long nobody looked before and after a sight. From so long before the first one it is covered, to so long after the last.
func (s sight) step() time.Duration {
	if s.kind == face {
		return filmStep
	}
	return wordStep
}

// tracks follows each thing from sight to sight: it is the nearest one that was there shortly before, of about the same size.
func tracks(sights []sight) []track {
	slices.SortStableFunc(sights, func(a, b sight) int { return cmp.Compare(a.at, b.at) })
	var all []track
	for _, s := range sights {
		best, least := -1, 0
		for i, t := range all {
			if far, ok := t[len(t)-1].leads(s); ok && (best < 0 || far < least) {
				best, least = i, far
			}
		}
		if best < 0 {
			all = append(all, track{s})
		} else {
			all[best] = append(all[best], s)
		}
	}
	return all
}

// leads reports whether a sight may be of the same thing as an earlier one, and how far it has moved since: the squared distance.
func (s sight) leads(next sight) (far int, ok bool) {
	steps := int((next.at - s.at + filmStep - 1) / filmStep)
	if next.kind != s.kind || next.at <= s.at || next.at-s.at > mostGap {
		return 0, false
	}
	size, other := max(s.box[2], s.box[3]), max(next.box[2], next.box[3])
	x, y := 2*s.box[0]+s.box[2]-2*next.box[0]-next.box[2], 2*s.box[1]+s.box[3]-2*next.box[1]-next.box[3] // twice the way
	reach := 2 * 2 * max(size, other) * steps
	far = x*x + y*y
	return far, far <= reach*reach && size <= 2*other && other <= 2*size
}

// shades are the boxes over one thing: between two sights what it covers in both and all between, a little before the first and after the
// last. One at an edge comes in or goes out there, and is seen when all of it is: the box reaches to the edge, and for longer.
func (t track) shades(width, height int) []media.Shade {
	var out []media.Shade
	add := func(from, to time.Duration, boxes ...[4]int) {
		hull := media.Pad(boxes[0])
		for _, b := range boxes[1:] {
			hull = union(hull, media.Pad(b))
		}
		out = append(out, shade(max(0, from), to, hull, width, height))
	}
	first, last := t[0], t[len(t)-1]
	box, early := first.margin(width, height)
	add(first.at-early, first.at+blink, box)
	for i, s := range t[1:] {
		add(t[i].at-blink, s.at+blink, t[i].box, s.box)
	}
	box, late := last.margin(width, height)
	add(last.at-blink, last.at+late, box)
	return fewer(out)
}

// margin is what is covered before a first sight and after a last one, and for how long.
func (s sight) margin(width, height int) (box [4]int, long time.Duration) {
	box, long = media.Pad(s.box), s.step()+blink
	side := s.reach()
	for i, limit := range []int{width, height} {
		if s.box[i] < side {
			box[i+2], box[i], long = box[i]+box[i+2], 0, mostGap
		}
		if limit-s.box[i]-s.box[i+2] < side {
			box[i+2], long = limit-box[i], mostGap
		}
	}
	return box, long
}

// reach is how near an edge something must be for more of it to have been beyond: a face is seen when all of it is, words letter by letter.
func (s sight) reach() int {
	if s.kind == face {
		return max(s.box[2], s.box[3])
	}
	return min(s.box[2], s.box[3])
}

// shade is a box in ten-thousandths of the sides, cut at the edges.
func shade(from, to time.Duration, b [4]int, width, height int) media.Shade {
	part := func(at, side int) int { return min(max(at, 0), side) * 10_000 / max(side, 1) }
	return media.Shade{
		From: from, To: to, Left: part(b[0], width), Top: part(b[1], height),
		Right: min(10_000, part(b[0]+b[2], width)+1), Bottom: min(10_000, part(b[1]+b[3], height)+1),
	}
}

func union(a, b [4]int) [4]int {
	left, top := min(a[0], b[0]), min(a[1], b[1])
	return [4]int{left, top, max(a[0]+a[2], b[0]+b[2]) - left, max(a[1]+a[3], b[1]+b[3]) - top}
}

// fewer joins boxes that follow each other, as long as what they cover together is not much more than what each must.
func fewer(shades []media.Shade) []media.Shade {
	out, least := shades[:1], area(shades[0])
	for _, s := range shades[1:] {
		last := &out[len(out)-1]
		both := media.Shade{
			From: last.From, To: max(last.To, s.To),
			Left: min(last.Left, s.Left), Top: min(last.Top, s.Top), Right: max(last.Right, s.Right), Bottom: max(last.Bottom, s.Bottom),
		}
		if least = min(least, area(s)); area(both) <= mostCover*least {
			*last = both
		} else {
			out, least = append(out, s), area(s)
		}
	}
	return out
}

func area(s media.Shade) int { return (s.Right - s.Left) * (s.Bottom - s.Top) }

// hides reports whether most of a sight is under a shade.
func hides(s media.Shade, seen sight, width, height int) bool {
	own := shade(seen.at, seen.at, seen.box, width, height)
	across := min(s.Right, own.Right) - max(s.Left, own.Left)
	down := min(s.Bottom, own.Bottom) - max(s.Top, own.Top)
	return s.From <= seen.at && seen.at <= s.To && across > 0 && down > 0 && 2*across*down >= area(own)
}
