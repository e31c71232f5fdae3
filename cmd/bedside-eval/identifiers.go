package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"bedside/internal/eval/spans"
)

// identifiers measures which identifying details are found in the public sets, as far as they are there.
func identifiers(o options, e env) *spans.Report {
	return spans.Measure(os.DirFS(o.shared+"/data"), spans.ByCheck(e.check))
}

// runIdentifiers does that alone. Sets that are not there are no failure: they are no part of this repository.
func runIdentifiers(o options, e env) int {
	found := identifiers(o, e)
	if err := tellIdentifiers(found, o, e); err != nil {
		fmt.Fprintln(e.stderr, "bedside-eval:", err)
		return 2
	}
	return 0
}

func tellIdentifiers(found *spans.Report, o options, e env) error {
	if o.misses != "" {
		if err := writeMisses(found.Misses, o.misses); err != nil {
			return err
		}
	}
	if o.json {
		return writeJSON(found, e.stdout)
	}
	return found.Print(e.stdout)
}

// writeMisses writes one miss a line: where it is, never what it says.
func writeMisses(misses []spans.Miss, file string) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(f)
	for _, m := range misses {
		if err := enc.Encode(m); err != nil {
			return errors.Join(err, f.Close())
		}
	}
	return f.Close()
}
