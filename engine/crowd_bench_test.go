package engine_test

import (
	"testing"

	"bedside/engine"
	"bedside/packs"
	"bedside/tables"
)

// BenchmarkCrowd is what counting costs a draft about a patient: with figures and without.
func BenchmarkCrowd(b *testing.B) {
	d := decode(b, `{"text":"Admitted a 34yo woman from Duluth with appendicitis last Tuesday. She is a teacher with asthma and epilepsy.","time":"2026-03-12T10:00:00Z",
		"author":{"role":"resident","jurisdiction":"US-MN","institution":"St. Luke's Hospital","location":"Duluth"}}`)
	for name, files := range map[string][]string{"with": {"tables.bin", "tagger.bin", "census.bin"}, "without": {"tables.bin", "tagger.bin"}} {
		b.Run(name, func(b *testing.B) {
			some := map[string][]byte{}
			for _, f := range files {
				some[f] = tables.Stored()[f]
			}
			e, err := engine.New(engine.Config{Tables: some, Pack: packs.Default(), Version: "test"})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := e.Check(d, now); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
