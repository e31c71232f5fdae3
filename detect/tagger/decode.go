package tagger

// decoding is one token of a run while it is decoded.
type decoding struct {
	score   [Labels]int32
	best    [Labels]int32 // the score of the best way that ends in a label here
	from    [Labels]Label // the label before, on that way
	label   Label         // the answer
	linking bool
}

// never is a score that no way reaches.
const never = -1 << 30

// decode finds the labels with the highest score: Viterbi's algorithm, with what may not follow left out. Before and behind a
// run stands a word that is no part of a name.
func (m *Model) decode(cells []decoding) {
	for i := range cells {
		c := &cells[i]
		for l := range Labels {
			if i == 0 {
				c.best[l], c.from[l] = never, Outside
				if l == Outside || l.begins() {
					c.best[l] = m.links[Outside][l] + c.score[l]
				}
				continue
			}
			c.best[l], c.from[l] = m.before(&cells[i-1], l)
			c.best[l] += c.score[l]
			if c.linking && l.begins() {
				c.best[l] = never
			}
		}
		c.level()
	}
	last := &cells[len(cells)-1]
	at := Outside
	for l := range Labels {
		if last.best[l]+m.links[l][Outside] > last.best[at]+m.links[at][Outside] {
			at = l
		}
	}
	for i := len(cells) - 1; i >= 0; i-- {
		cells[i].label = at
		at = cells[i].from[at]
	}
}

// level makes scores differences from that of Outside, so that no run is too long for them.
func (c *decoding) level() {
	for l, base := Outside, c.best[Outside]; l < Labels; l++ {
		c.best[l] = max(c.best[l]-base, never)
	}
}

// before returns the best label in front of a label.
func (m *Model) before(c *decoding, l Label) (score int32, from Label) {
	if l != Outside && !l.begins() { // inside a name: only behind its own kind
		begin, in := c.best[l-1]+m.links[l-1][l], c.best[l]+m.links[l][l]
		if begin >= in {
			return begin, l - 1
		}
		return in, l
	}
	score = never
	for k := range Labels {
		if s := c.best[k] + m.links[k][l]; s > score {
			score, from = s, k
		}
	}
	return score, from
}
