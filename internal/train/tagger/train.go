package main

import (
	"math"
	"math/rand/v2"

	"bedside/detect"
	"bedside/detect/tagger"
	"bedside/text"
)

// recipe is how training goes.
type recipe struct {
	bits    uint // log2 of the rows
	epochs  int
	from    float64 // the first and the last learning rate
	to      float64
	decay   float64 // on rows that are touched
	person  float64 // what it costs, on a word of a person's name, to say anything else
	entity  float64 // what it costs, on a word of any name, to say that it is none
	chances chances
	seed    uint64
}

func usual() recipe {
	return recipe{
		bits: 16, epochs: 10, from: 0.1, to: 0.02, decay: 1e-5, person: 2, entity: 1, seed: 1,
		chances: chances{swap: 0.4, tag: 0.1, small: 0.35, upper: 0.04, simple: 0.5},
	}
}

// trainer fits the weights, a post at a time.
type trainer struct {
	recipe  recipe
	names   people
	parser  text.Parser
	detect  *detect.Detector
	model   *tagger.Model // without weights: it knows the features
	scratch tagger.Scratch

	weights, sum [][labels]float32
	seen         []float32 // by row: the squares of its gradients
	links        [labels][labels]float64
	linksSum     [labels][labels]float64
	linksSeen    [labels][labels]float64
	sums         int
	rate         float64
	chain        chain
	doc          text.Document
}

func newTrainer(r recipe, d *detect.Detector, words *tagger.Words, names people) (*trainer, error) {
	empty := &tagger.Stored{Bits: r.bits, Weights: make([][tagger.Labels]int8, 1<<r.bits), Words: words}
	m, err := tagger.Load(tagger.Store(empty))
	if err != nil {
		return nil, err
	}
	return &trainer{
		recipe: r, names: names, parser: text.Parser{Known: d.Known}, detect: d, model: m,
		weights: make([][labels]float32, 1<<r.bits), sum: make([][labels]float32, 1<<r.bits), seen: make([]float32, 1<<r.bits),
	}, nil
}

// fit visits all posts in another order each epoch. The weights of the second half are averaged.
func (t *trainer) fit(posts []post, drafts []draft) {
	r := rand.New(rand.NewPCG(t.recipe.seed, 11))
	order := make([]int, len(posts)+len(drafts))
	for i := range order {
		order[i] = i
	}
	steps, step := t.recipe.epochs*len(order), 0
	for epoch := range t.recipe.epochs {
		r.Shuffle(len(order), func(i, k int) { order[i], order[k] = order[k], order[i] })
		for _, i := range order {
			t.rate = t.recipe.from + (t.recipe.to-t.recipe.from)*float64(step)/float64(steps)
			if i < len(posts) {
				t.visit(t.varied(posts[i], r))
			} else {
				t.revisit(&drafts[i-len(posts)])
			}
			if step++; 2*epoch >= t.recipe.epochs && step%1000 == 0 {
				t.average()
			}
		}
	}
}

func (t *trainer) average() {
	t.sums++
	for i := range t.weights {
		for l := range labels {
			t.sum[i][l] += t.weights[i][l]
		}
	}
	for i := range labels {
		for l := range labels {
			t.linksSum[i][l] += t.links[i][l]
		}
	}
}

// visit learns from one post.
func (t *trainer) visit(p post) {
	words, names := p.render()
	t.parser.ParseInto(&t.doc, words)
	golds := goldOf(&t.doc, names)
	t.lesson(func(i int) gold { return golds[i] })
}

// lesson learns from the text that was parsed last: goldOf says what each of its tokens is.
func (t *trainer) lesson(goldOf func(token int) gold) {
	t.detect.TaggerTokens(&t.doc, func(sentence int, tokens []tagger.Token) {
		offset := int(t.doc.Sentences[sentence].First)
		last := -2
		t.chain.cells = t.chain.cells[:0]
		t.model.Features(tokens, &t.scratch, func(i int, begins bool, rows []uint32) {
			if i != last+1 {
				t.learn()
			}
			last = i
			t.chain.add(rows, begins, goldOf(offset+i))
		})
		t.learn()
	})
}

// gold is what a token is, as far as the set says: the number of its name, from 1, and the name's kind; or else what it may be.
type gold struct {
	name int
	kind kind
	may  uint8
}

// goldOf lays names over tokens.
func goldOf(doc *text.Document, names []span) []gold {
	out := make([]gold, len(doc.Tokens))
	n := 0
	for i := range doc.Tokens {
		for n < len(names) && names[n].end <= int(doc.Tokens[i].Start) {
			n++
		}
		if n < len(names) && int(doc.Tokens[i].End) > names[n].start {
			out[i] = gold{name: n + 1, kind: names[n].kind}
		}
	}
	return out
}

// add puts a token at the end of the chain.
func (c *chain) add(rows []uint32, begins bool, g gold) {
	n := len(c.cells)
	if n < cap(c.cells) {
		c.cells = c.cells[:n+1]
	} else {
		c.cells = append(c.cells, cell{})
	}
	x := &c.cells[n]
	x.rows = append(x.rows[:0], rows...)
	x.name, x.kind, x.open, x.begins = g.name, g.kind, g.may, begins
}

// learn takes one step on the chain and empties it.
func (t *trainer) learn() {
	c := &t.chain
	if len(c.cells) == 0 {
		return
	}
	t.prepare()
	var links [labels][labels]float64
	for from := range labels {
		for to := range labels {
			if tagger.Label(to).Follows(tagger.Label(from)) {
				links[from][to] = math.Exp(t.links[from][to])
			}
		}
	}
	c.all.pass(c.cells, &links, func(x *cell) uint8 { return x.may }, true)
	c.right.pass(c.cells, &links, func(x *cell) uint8 { return x.may & x.gold }, true)
	for i := range c.cells {
		t.step(&c.cells[i], &c.all.chance[i], &c.right.chance[i])
	}
	for from := range labels {
		for to := range labels {
			g := c.all.pairs[from][to] - c.right.pairs[from][to]
			if t.linksSeen[from][to] += g * g; links[from][to] > 0 && g != 0 {
				t.links[from][to] -= t.rate * g / math.Sqrt(t.linksSeen[from][to]+1e-8)
			}
		}
	}
	c.cells = c.cells[:0]
}

// prepare fills in scores, what may be and what is right.
func (t *trainer) prepare() {
	const everything = 1<<labels - 1
	cells := t.chain.cells
	before := 0
	for i := range cells {
		x := &cells[i]
		x.may = everything
		if !x.begins {
			x.may = 1<<tagger.Outside | 1<<tagger.InPerson | 1<<tagger.InPlace | 1<<tagger.InOrganisation
		}
		if i == 0 {
			x.may &= 1<<tagger.Outside | 1<<tagger.BeginPerson | 1<<tagger.BeginPlace | 1<<tagger.BeginOrganisation
		}
		x.right(i > 0 && x.name != 0 && x.name == before)
		before = x.name
		if x.gold&x.may == 0 { // a name that no word may begin
			x.gold, before = 1<<tagger.Outside, 0
		}
		t.scoreOf(x)
	}
}

// right sets the labels that the set allows, and what others cost.
func (x *cell) right(further bool) {
	begin := map[kind]tagger.Label{person: tagger.BeginPerson, place: tagger.BeginPlace, organisation: tagger.BeginOrganisation}[x.kind]
	x.cost = [labels]float64{}
	switch {
	case x.open != 0:
		x.gold = x.open
	case x.kind == none:
		x.gold = 1 << tagger.Outside
	case x.kind == perhaps:
		x.gold = 1<<tagger.Outside | 1<<tagger.BeginOrganisation | 1<<tagger.InOrganisation
	case further:
		x.gold = 1 << (begin + 1)
	default:
		x.gold = 1 << begin
	}
}

func (t *trainer) scoreOf(x *cell) {
	x.score = [labels]float64{}
	for _, row := range x.rows {
		w := &t.weights[row]
		for l := range labels {
			x.score[l] += float64(w[l])
		}
	}
	if x.kind == person || x.kind == place || x.kind == organisation {
		x.cost[tagger.Outside] = t.recipe.entity
	}
	if x.kind == person {
		for l := range labels {
			if l != int(tagger.BeginPerson) && l != int(tagger.InPerson) {
				x.cost[l] += t.recipe.person
			}
		}
	}
}

// step moves the weights of a token against the gradient: the chances that the model gives, less those that are right.
func (t *trainer) step(x *cell, all, right *[labels]float64) {
	var g [labels]float32
	square := float32(0)
	for l := range labels {
		g[l] = float32(all[l] - right[l])
		square += g[l] * g[l]
	}
	if square < 1e-6 {
		return
	}
	for _, row := range x.rows {
		t.seen[row] += square
		rate := float32(t.rate / math.Sqrt(float64(t.seen[row])+1e-8))
		w := &t.weights[row]
		for l := range labels {
			w[l] -= rate * (g[l] + float32(t.recipe.decay)*w[l])
		}
	}
}
