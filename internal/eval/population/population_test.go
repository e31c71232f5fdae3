package population_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"bedside"
	"bedside/census"
	"bedside/internal/eval/population"
	"bedside/tables"
)

func table(t *testing.T) *census.Table {
	t.Helper()
	c, err := census.Load(tables.Stored()["census.bin"])
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestRun: the same seed gives the same people and drafts, another gives others, and somebody fits what is told of them.
func TestRun(t *testing.T) {
	t.Parallel()
	c := table(t)
	texts := func(seed uint64) (out []string) {
		cases, err := population.Run(func(d bedside.Draft) (*bedside.Result, error) {
			out = append(out, d.Text)
			return &bedside.Result{People: []bedside.Person{{Crowd: &bedside.Crowd{Low: 1, Likely: 2, High: 4}}}}, nil
		}, c, tables.Files(), seed, 60)
		if err != nil {
			t.Fatal(err)
		}
		for i, one := range cases {
			if one.True < 1 {
				t.Errorf("seed %d: nobody fits %q, not even whom it tells of", seed, out[i])
			}
		}
		return out
	}
	first, again, other := texts(10), texts(10), texts(20) // of Vermont, which is small
	if !slices.Equal(first, again) {
		t.Error("one seed gives two runs")
	}
	if slices.Equal(first, other) {
		t.Error("two seeds give one run")
	}
}

// TestScore sums cases up by hand.
func TestScore(t *testing.T) {
	t.Parallel()
	crowd := func(low, likely, high int) *bedside.Crowd {
		return &bedside.Crowd{Low: low, Likely: likely, High: high}
	}
	r := population.Score(1, []population.Case{
		{True: 1, Crowd: crowd(1, 1, 4)},
		{True: 5, Crowd: crowd(6, 10, 12)},
		{True: 11, Crowd: crowd(5, 11, 20)},
		{True: 30_000, Crowd: crowd(1, 10, 20)},
		{True: 3, Why: "no place"},
	})
	if b := r.Bins[0]; b.Inside.Hits != 1 || b.Inside.Of != 2 || b.Below != 1 {
		t.Errorf("under 11: %+v", b)
	}
	if b := r.Bins[2]; b.Inside.Hits != 0 || b.Inside.Of != 1 || b.Error != 3000 {
		t.Errorf("above 20,000: %+v", b)
	}
	if r.Null.Hits != 1 || r.Why["no place"] != 1 || r.Ratio != 4 {
		t.Errorf("%+v", r)
	}
	if short := r.Short(); len(short) != 2 {
		t.Errorf("short of: %v", short)
	}
	var out bytes.Buffer
	if err := r.Print(&out); err != nil || !strings.Contains(out.String(), "no crowd 1 of 5") {
		t.Errorf("%v: %s", err, out.String())
	}
}

// TestUnique: the tables give the share of people who are alone with their sex, ZIP code and date of birth that Golle found in 2006: 63 %.
func TestUnique(t *testing.T) {
	t.Parallel()
	u, err := population.MeasureUnique(func(bedside.Draft) (*bedside.Result, error) { return &bedside.Result{}, nil }, table(t), 3, 1500)
	if err != nil {
		t.Fatal(err)
	}
	if s := u.True.Share(); s < 0.58 || s > 0.67 || u.Said.Hits != 0 {
		t.Errorf("%+v: %.3f", u, s)
	}
}
