package eval

import (
	"hash/fnv"
	"math"
	"slices"
	"strings"
)

// The baseline that stands beside every figure: logistic regression over hashed n-grams of the text, which knows nothing
// of medicine, people or guidelines. If it does well, the corpus is too easy.
const (
	hashBits  = 18
	epochs    = 30
	stepSize  = 0.5
	shrinkage = 1e-5
)

// features are the hashed one- and two-word runs and three- to five-letter runs of a text, each once.
func features(text string) []uint32 {
	text = strings.ToLower(text)
	var out []uint32
	words := strings.Fields(text)
	for i, w := range words {
		out = append(out, hashed("w", w))
		if i > 0 {
			out = append(out, hashed("b", words[i-1]+" "+w))
		}
	}
	letters := []rune(" " + strings.Join(words, " ") + " ")
	for n := 3; n <= 5; n++ {
		for i := 0; i+n <= len(letters); i++ {
			out = append(out, hashed("c", string(letters[i:i+n])))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func hashed(kind, s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(kind))
	h.Write([]byte(s))
	return h.Sum32() & (1<<hashBits - 1)
}

// sample is a text with its side.
type sample struct {
	features []uint32
	back     bool
}

// model is a trained baseline.
type model struct {
	weights, squares []float64
	bias, biasSquare float64
}

// train runs AdaGrad over the samples, in an order that is the same every time.
func train(samples []sample) *model {
	m := &model{weights: make([]float64, 1<<hashBits), squares: make([]float64, 1<<hashBits)}
	stride := 7919 // a prime: steps through the samples in a fixed jumble
	for range epochs {
		for i := range samples {
			m.learn(samples[(i*stride+stride/2)%len(samples)])
		}
	}
	return m
}

func (m *model) learn(s sample) {
	target := 0.0
	if s.back {
		target = 1
	}
	norm := scale(s.features)
	slope := 1/(1+math.Exp(-m.score(s.features))) - target
	for _, f := range s.features {
		g := slope*norm + shrinkage*m.weights[f]
		m.squares[f] += g * g
		m.weights[f] -= stepSize * g / math.Sqrt(m.squares[f]+1e-8)
	}
	m.biasSquare += slope * slope
	m.bias -= stepSize * slope / math.Sqrt(m.biasSquare+1e-8)
}

func (m *model) score(features []uint32) float64 {
	total := 0.0
	for _, f := range features {
		total += m.weights[f]
	}
	return m.bias + total*scale(features)
}

// scale makes long and short texts weigh alike.
func scale(features []uint32) float64 { return 1 / math.Sqrt(float64(max(1, len(features)))) }
