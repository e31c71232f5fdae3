package main

import (
	"bedside/census"
	"bedside/internal/eval/population"
	"bedside/tables"
)

// The seeds of the simulated people: one set to work with, one that nobody looks into but for its totals.
const (
	openSeed   = 1
	sealedSeed = 20_260_101
)

// runCrowds measures how well crowds are counted: of simulated people of the open seed, or of the sealed one where the lock-box is asked for.
func runCrowds(o options, e env) int {
	r, err := measureCrowds(o, e)
	return conclude("crowds", r, err, e)
}

func measureCrowds(o options, e env) (*population.Report, error) {
	t, err := census.Load(tables.Stored()["census.bin"])
	if err != nil {
		return nil, err
	}
	seed := uint64(openSeed)
	if o.lockbox {
		seed = sealedSeed
	}
	cases, err := population.Run(population.Check(e.check), t, tables.Files(), seed, o.crowds)
	if err != nil {
		return nil, err
	}
	r := population.Score(seed, cases)
	r.Unique, err = population.MeasureUnique(population.Check(e.check), t, seed, o.crowds/2)
	return r, err
}
