package learn

import (
	"fmt"
	"io/fs"
	"slices"
	"time"

	"bedside"
	"bedside/detect"
	"bedside/engine"
	"bedside/internal/eval"
	"bedside/internal/packfile"
	"bedside/packs"
	"bedside/read"
	"bedside/tables"
)

// Material is what the reader learns from: labelled drafts, the examples of the rules, and posts that nobody would send back.
type Material struct {
	engine   *engine.Engine
	labelled []eval.Record
	ordinary []bedside.Draft
}

// day is when drafts without a time are read.
var day = time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)

// Open gathers material: the labelled drafts given, the shipped rules' examples, and the ordinary posts of the folder of public data.
func Open(records []eval.Record, shared fs.FS) (*Material, error) {
	e, err := engine.New(engine.Config{Tables: tables.Files(), Compile: detect.New, Pack: packs.Default(), Version: "train"})
	if err != nil {
		return nil, err
	}
	src, err := packfile.Load(packs.Sources())
	if err != nil {
		return nil, err
	}
	examples, err := RuleExamples(src)
	if err != nil {
		return nil, err
	}
	ordinary, err := eval.OrdinaryPosts(shared)
	if err != nil {
		return nil, fmt.Errorf("%w: say where the public data is with -shared FOLDER", err)
	}
	return &Material{e, append(slices.Clone(records), examples...), ordinary}, nil
}

// Samples reads all of it through the first tier. With a vocabulary, samples know the pieces that the encoder reads.
func (m *Material) Samples(words *read.Vocabulary) []Sample {
	return append(Samples(m.engine, words, m.labelled, asOf), Ordinary(m.engine, words, m.ordinary, day)...)
}

// Seen shows what the reader looks at, in the order of Samples.
func (m *Material) Seen(yield func(*read.Seen)) {
	for i := range m.labelled {
		yield(m.engine.Seen(m.labelled[i].Draft, asOf(m.labelled[i].Draft)))
	}
	for i := range m.ordinary {
		yield(m.engine.Seen(m.ordinary[i], day))
	}
}

// See shows what the reader looks at of one post.
func (m *Material) See(d bedside.Draft) *read.Seen { return m.engine.Seen(d, asOf(d)) }

func asOf(d bedside.Draft) time.Time {
	if d.Time.IsZero() {
		return day
	}
	return d.Time.Time
}
