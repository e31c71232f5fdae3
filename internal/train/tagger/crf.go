package main

import (
	"math"

	"bedside/detect/tagger"
)

const labels = int(tagger.Labels)

// cell is one token of a run in training.
type cell struct {
	name   int // the name that it is part of, 0 for none
	kind   kind
	open   uint8 // what it may be, where nobody said what it is
	begins bool  // whether a name may begin here

	rows  []uint32
	may   uint8 // labels that the grammar allows here, as bits
	gold  uint8 // those that the set allows
	score [labels]float64
	cost  [labels]float64
}

// chain is a run of tokens that may be part of names. Before and behind it stands Outside.
type chain struct {
	cells []cell
	all   lattice
	right lattice
}

// lattice holds what forward and backward passes found: by token the chance of each label, and of each pair.
type lattice struct {
	forward, backward, e [][labels]float64
	chance               [][labels]float64
	pairs                [labels][labels]float64 // expected transitions, those from and to the edges too
	logZ                 float64
}

// pass computes the chances of labels among those that the mask of a token allows.
func (l *lattice) pass(cells []cell, links *[labels][labels]float64, mask func(*cell) uint8, margin bool) {
	n := len(cells)
	l.forward, l.backward, l.e, l.chance = sized(l.forward, n), sized(l.backward, n), sized(l.e, n), sized(l.chance, n)
	l.pairs, l.logZ = [labels][labels]float64{}, 0
	for i := range cells {
		l.emit(&cells[i], i, mask(&cells[i]), margin)
	}
	for i := range n {
		sum := 0.0
		for to := range labels {
			f := 0.0
			if i == 0 {
				f = links[0][to]
			} else {
				for from := range labels {
					f += l.forward[i-1][from] * links[from][to]
				}
			}
			l.forward[i][to] = f * l.e[i][to]
			sum += l.forward[i][to]
		}
		for to := range labels {
			l.forward[i][to] /= sum
		}
		l.logZ += math.Log(sum)
	}
	l.back(links)
}

// emit fills in what a token's own score says, scaled so that the best is one.
func (l *lattice) emit(c *cell, i int, mask uint8, margin bool) {
	top := math.Inf(-1)
	var s [labels]float64
	for y := range labels {
		s[y] = c.score[y]
		if margin {
			s[y] += c.cost[y]
		}
		if mask>>y&1 == 1 {
			top = max(top, s[y])
		}
	}
	for y := range labels {
		l.e[i][y] = 0
		if mask>>y&1 == 1 {
			l.e[i][y] = math.Exp(s[y] - top)
		}
	}
	l.logZ += top
}

func (l *lattice) back(links *[labels][labels]float64) {
	n := len(l.forward)
	for y := range labels {
		l.backward[n-1][y] = links[y][0]
	}
	for i := n - 2; i >= 0; i-- {
		sum := 0.0
		for from := range labels {
			b := 0.0
			for to := range labels {
				b += links[from][to] * l.e[i+1][to] * l.backward[i+1][to]
			}
			l.backward[i][from] = b
			sum += b
		}
		for from := range labels {
			l.backward[i][from] /= sum
		}
	}
	for i := range n {
		sum := 0.0
		for y := range labels {
			l.chance[i][y] = l.forward[i][y] * l.backward[i][y]
			sum += l.chance[i][y]
		}
		for y := range labels {
			l.chance[i][y] /= sum
		}
		l.pair(i, links)
	}
	for y := range labels {
		l.pairs[0][y] += l.chance[0][y]
		l.pairs[y][0] += l.chance[n-1][y]
	}
}

// pair adds the chances of the transitions into a token.
func (l *lattice) pair(i int, links *[labels][labels]float64) {
	if i == 0 {
		return
	}
	var p [labels][labels]float64
	sum := 0.0
	for from := range labels {
		for to := range labels {
			p[from][to] = l.forward[i-1][from] * links[from][to] * l.e[i][to] * l.backward[i][to]
			sum += p[from][to]
		}
	}
	for from := range labels {
		for to := range labels {
			l.pairs[from][to] += p[from][to] / sum
		}
	}
}

func sized(s [][labels]float64, n int) [][labels]float64 {
	if cap(s) < n {
		return make([][labels]float64, n)
	}
	return s[:n]
}
