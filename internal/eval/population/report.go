package population

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"bedside/internal/eval"
)

// Report is how well crowds were counted.
type Report struct {
	Seed   uint64
	People int
	Bins   [3]Bin  // of true crowds under 11, of 11 to 20,000, above
	Ratio  float64 // median of high by low
	Error  float64 // median factor between likely and true
	Null   eval.Count
	Why    map[string]int
	Unique Unique
}

// Bin is the cases of which the true crowd is of one size.
type Bin struct {
	Name   string
	Inside eval.Count // the truth lies from low to high
	Below  int        // fewer fit than low says
	Ratio  float64
	Error  float64
}

// The bounds of the bins: the smallest cell that Medicare publishes, and the size that a three-digit ZIP code must have under HIPAA.
const (
	smallCell = 11
	largeArea = 20_000
)

// Score sums cases up.
func Score(seed uint64, cases []Case) *Report {
	r := &Report{Seed: seed, People: len(cases), Why: map[string]int{}}
	var ratios, errors [3][]float64
	for i, name := range [...]string{"under 11", "11 to 20,000", "above 20,000"} {
		r.Bins[i].Name = name
	}
	for i := range cases {
		c := &cases[i]
		r.Null.Of++
		if c.Crowd == nil {
			r.Null.Hits++
			r.Why[c.Why]++
			continue
		}
		k := 0
		if c.True >= smallCell {
			k++
		}
		if c.True > largeArea {
			k++
		}
		b := &r.Bins[k]
		b.Inside.Of++
		switch {
		case c.True < c.Crowd.Low:
			b.Below++
		case c.True <= c.Crowd.High:
			b.Inside.Hits++
		}
		ratios[k] = append(ratios[k], float64(c.Crowd.High)/float64(c.Crowd.Low))
		errors[k] = append(errors[k], factor(c.True, c.Crowd.Likely))
	}
	for k := range r.Bins {
		r.Bins[k].Ratio, r.Bins[k].Error = median(ratios[k]), median(errors[k])
	}
	r.Ratio, r.Error = median(slices.Concat(ratios[:]...)), median(slices.Concat(errors[:]...))
	return r
}

func factor(a, b int) float64 {
	x, y := float64(max(a, 1)), float64(max(b, 1))
	return max(x/y, y/x)
}

func median(x []float64) float64 {
	if len(x) == 0 {
		return 0
	}
	slices.Sort(x)
	return x[len(x)/2]
}

// What counting must reach: of each bin so many hundredths inside, high by low, error, and how many are alone by sex, ZIP code and birth date.
const (
	leastInside = 0.85
	mostRatio   = 30
	mostError   = 3
	leastAlone  = 0.60
	mostAlone   = 0.66
)

// Short names what falls short.
func (r *Report) Short() []string {
	var out []string
	for _, b := range r.Bins {
		if b.Inside.Share() < leastInside {
			out = append(out, "inside, "+b.Name)
		}
	}
	if r.Ratio > mostRatio {
		out = append(out, "high by low")
	}
	if r.Error > mostError {
		out = append(out, "error")
	}
	if s := r.Unique.True.Share(); r.Unique.People >= 1000 && (s < leastAlone || s > mostAlone) {
		out = append(out, "alone by sex, ZIP code and birth date")
	}
	return out
}

// Print tells the report in a few lines.
func (r *Report) Print(w io.Writer) error {
	fmt.Fprintf(w, "crowds of %d simulated people (seed %d): median high/low %.1f, median error of the likely value %.2f\n", r.People, r.Seed, r.Ratio, r.Error)
	for _, b := range r.Bins {
		low, high := b.Inside.Wilson()
		fmt.Fprintf(w, "  true crowd %-13s inside %4d of %4d = %5.1f %% (%.1f to %.1f), %d below low; high/low %.1f, error %.2f\n",
			b.Name, b.Inside.Hits, b.Inside.Of, 100*b.Inside.Share(), 100*low, 100*high, b.Below, b.Ratio, b.Error)
	}
	fmt.Fprintf(w, "  no crowd %d of %d\n", r.Null.Hits, r.Null.Of)
	for _, why := range slices.Sorted(maps.Keys(r.Why)) {
		fmt.Fprintf(w, "    %4d %s\n", r.Why[why], why)
	}
	_, err := fmt.Fprintf(w, "  sex, ZIP code and birth date, of %d people of the United States: alone in truth %.1f %%, alone by the likely value %.1f %%\n", r.Unique.People, 100*r.Unique.True.Share(), 100*r.Unique.Said.Share())
	return err
}
