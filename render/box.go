package render

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"

	"bedside"
)

// sight is a place in a picture that findings point at.
type sight struct {
	medium int
	box    [4]int
	kind   string // face, words, code or place
	letter string // A, B, … within its picture
	cards  []int
	worst  bedside.Severity
}

// sights lists the places in pictures that findings point at: picture by picture, in the order in which people read.
func sights(d bedside.Draft, cards []card) []sight {
	var out []sight
	for _, c := range cards {
		for _, e := range c.finding.Evidence {
			if e.Box == nil || e.Index < 0 || e.Index >= len(d.Media) || d.Media[e.Index].Seen == nil {
				continue
			}
			at := slices.IndexFunc(out, func(s sight) bool { return s.medium == e.Index && s.box == *e.Box })
			if at < 0 {
				at = len(out)
				out = append(out, sight{medium: e.Index, box: *e.Box, kind: kindAt(d.Media[e.Index].Seen, e)})
			}
			if s := &out[at]; !slices.Contains(s.cards, c.number) {
				s.cards, s.worst = append(s.cards, c.number), max(s.worst, c.finding.Severity)
			}
		}
	}
	row := func(s sight) int { return d.Media[s.medium].Seen.Row(s.box) }
	slices.SortStableFunc(out, func(a, b sight) int {
		return cmp.Or(cmp.Compare(a.medium, b.medium), cmp.Compare(row(a), row(b)), cmp.Compare(a.box[0], b.box[0]), cmp.Compare(a.box[1], b.box[1]))
	})
	for i := range out {
		first := slices.IndexFunc(out, func(s sight) bool { return s.medium == out[i].medium })
		out[i].letter = Letter(i - first)
	}
	return out
}

// Letter names the places of a picture in their order: A to Z, then A2 to Z2.
func Letter(n int) string {
	l := string(rune('A' + n%26))
	if n >= 26 {
		l += strconv.Itoa(n/26 + 1)
	}
	return l
}

// kindAt says what lies in a box.
func kindAt(s *bedside.Seen, e bedside.Evidence) string {
	switch {
	case e.Part == bedside.PartPictureText:
		return "words"
	case slices.ContainsFunc(s.Faces, func(f bedside.SeenFace) bool { return f.Box == *e.Box }):
		return "face"
	case slices.ContainsFunc(s.Codes, func(c bedside.SeenCode) bool { return c.Box == *e.Box }):
		return "code"
	}
	return "place"
}

// boxed says in words what is at a place of a picture: "A face, upper left".
func boxed(s *bedside.Seen, e bedside.Evidence) string {
	page := pageAt(s, e)
	if page > 0 && page <= len(s.Times) {
		return Place(s, kindAt(s, e), *e.Box) + ", at " + Clock(s.Times[page-1])
	}
	if page > 0 {
		return says(kindAt(s, e)) + ", page " + strconv.Itoa(page)
	}
	return Place(s, kindAt(s, e), *e.Box)
}

// Clock says how far into a video something is: 1:05.
func Clock(at time.Duration) string {
	seconds := int(at.Round(time.Second) / time.Second)
	return fmt.Sprintf("%d:%02d", seconds/60, seconds%60)
}

// says names what lies in a box.
func says(kind string) string {
	return map[string]string{"face": "A face", "words": "Words", "code": "A code", "place": "A place"}[kind]
}

// Place says in words what is at a place of a picture: kind is face, words, code or place.
func Place(s *bedside.Seen, kind string, box [4]int) string {
	said := says(kind)
	if at := position(s, box); at != "" {
		said += ", " + at
	}
	return said
}

// pageAt is the page of a document, or the frame of a video, that evidence lies on; 0 for a picture.
func pageAt(s *bedside.Seen, e bedside.Evidence) int {
	for i := range s.Faces {
		if s.Faces[i].Box == *e.Box {
			return s.Faces[i].Page
		}
	}
	for i := range s.Codes {
		if s.Codes[i].Box == *e.Box {
			return s.Codes[i].Page
		}
	}
	for i := range s.Texts {
		if e.Part == bedside.PartPictureText && s.Texts[i].Box == *e.Box {
			return s.Texts[i].Page
		}
	}
	return 0
}

// position says where a box lies, in thirds of its picture.
func position(s *bedside.Seen, box [4]int) string {
	if s.Width <= 0 || s.Height <= 0 {
		return ""
	}
	third := func(middle, size int) int { return max(0, min(2, 3*middle/size)) }
	row, column := third(box[1]+box[3]/2, s.Height), third(box[0]+box[2]/2, s.Width)
	return [3][3]string{
		{"upper left", "top", "upper right"},
		{"left", "middle", "right"},
		{"lower left", "bottom", "lower right"},
	}[row][column]
}

// seenAt is what was seen in the picture that evidence lies in; nil where nobody looked.
func seenAt(d bedside.Draft, e bedside.Evidence) *bedside.Seen {
	if e.Part != bedside.PartMedia && e.Part != bedside.PartPictureText || e.Index < 0 || e.Index >= len(d.Media) {
		return nil
	}
	return d.Media[e.Index].Seen
}
