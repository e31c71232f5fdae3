package link

import (
	"bedside"
	"bedside/reid"
)

// thousands is the crowd from which on nobody is found by what is told, unless by what everybody has heard of; surely is the points
// from which on that is so.
const (
	thousands = 5_000
	surely    = 5
)

func fitsThousands(c *bedside.Crowd) bool { return c != nil && c.Likely >= thousands }

// crowd is how many people fit what the posts tell together; nil when it cannot be said. The day is the first telling's.
func (t *Timeline) crowd(pieces []piece) *bedside.Crowd {
	if t.figures == nil {
		return nil
	}
	var told []reid.Detail
	first := true
	for i := range pieces {
		p := &pieces[i]
		if p.stay != nil {
			told = append(told, p.stay.Figure)
			continue
		}
		for _, d := range p.telling.Figures {
			if first || len(d.Value.Time.Days) == 0 && d.Value.Time.Length == 0 {
				told = append(told, d)
			}
		}
		first = first && len(p.telling.Figures) == 0
	}
	if first { // nobody was told of so that they could be counted
		return nil
	}
	return reid.People(t.figures, told)
}

// of is the pieces of one post.
func of(pieces []piece, post int32) []piece {
	var out []piece
	for i := range pieces {
		if pieces[i].post == post && (pieces[i].stay == nil || !pieces[i].stay.Bio) {
			out = append(out, pieces[i])
		}
	}
	return out
}
