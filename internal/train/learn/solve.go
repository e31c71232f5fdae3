package learn

import "math"

// solve fits one head with squared hinge loss in so many passes over the samples. upper is what a sample of each label costs on
// the wrong side.
func solve(x []row, y []Label, features, passes int, upper [2]float64) (weights []float64, bias float64) {
	weights = make([]float64, features)
	alpha := make([]float64, len(x))
	order := newJumble(len(x))
	for range passes {
		order.shuffle()
		for _, i := range order.at {
			if y[i] == Doubtful {
				continue
			}
			sign := -1.0
			if y[i] == Yes {
				sign = 1
			}
			slack := 1 / (2 * upper[y[i]])
			gradient := float64(sign*(x[i].dot(weights)+bias)) - 1 + float64(alpha[i]*slack)
			next := math.Max(0, alpha[i]-gradient/(x[i].square+slack))
			if d := (next - alpha[i]) * sign; d != 0 {
				x[i].add(weights, d)
				bias += d
				alpha[i] = next
			}
		}
	}
	return weights, bias
}

// balanced costs make both sides weigh alike, however few samples one of them has.
func balanced(y []Label) [2]float64 {
	var n [3]float64
	for _, l := range y {
		n[l]++
	}
	all := n[No] + n[Yes]
	return [2]float64{No: cost * all / (2 * math.Max(1, n[No])), Yes: cost * all / (2 * math.Max(1, n[Yes]))}
}

func (r *row) dot(w []float64) float64 {
	sum := 0.0
	for k, at := range r.at {
		sum += float64(w[at] * r.value[k])
	}
	return sum
}

func (r *row) add(w []float64, by float64) {
	for k, at := range r.at {
		w[at] += float64(by * r.value[k])
	}
}

// jumble is an order of samples that looks random and is always the same.
type jumble struct {
	at   []int
	seed uint64
}

func newJumble(n int) *jumble {
	j := &jumble{at: make([]int, n), seed: 0x9e3779b97f4a7c15}
	for i := range j.at {
		j.at[i] = i
	}
	return j
}

func (j *jumble) shuffle() {
	for i := len(j.at) - 1; i > 0; i-- {
		j.seed ^= j.seed << 13
		j.seed ^= j.seed >> 7
		j.seed ^= j.seed << 17
		k := int(j.seed % uint64(i+1))
		j.at[i], j.at[k] = j.at[k], j.at[i]
	}
}
