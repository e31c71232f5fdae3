package main

import (
	"bytes"
	"errors"
	"time"

	"bedside"
	"bedside/engine"
	"bedside/render"
)

// checker is what the two functions share: an engine, once it is loaded.
type checker struct{ engine *engine.Engine }

// load makes the engine from the bytes that the page fetched.
func (c *checker) load(tables, tagger, census, pack []byte, version string) (answer string) {
	defer broken(&answer)
	e, err := engine.New(engine.Config{Tables: map[string][]byte{"tables.bin": tables, "tagger.bin": tagger, "census.bin": census}, Pack: pack, Version: version})
	if err != nil {
		return fault(err)
	}
	c.engine = e
	return "{\"ready\":true}\n"
}

// read adds the learned reader, which a page fetches apart.
func (c *checker) read(weights []byte) (answer string) {
	defer broken(&answer)
	if c.engine == nil {
		return fault(bedside.Errorf(bedside.CodeUnavailable, "call bedsideLoad before bedsideReader"))
	}
	e, err := c.engine.WithReader(weights)
	if err != nil {
		return fault(err)
	}
	c.engine = e
	return "{\"ready\":true}\n"
}

// check answers one draft. An empty time is the draft's own.
func (c *checker) check(draft []byte, asOf string) (answer string) {
	defer broken(&answer)
	if c.engine == nil {
		return fault(bedside.Errorf(bedside.CodeUnavailable, "call bedsideLoad before bedsideCheck"))
	}
	d, err := bedside.DecodeDraft(draft)
	if err != nil {
		return fault(err)
	}
	var at time.Time
	if asOf != "" {
		if at, err = bedside.ParseTime(asOf); err != nil {
			return fault(err)
		}
	}
	r, err := c.engine.Check(d, at)
	if err != nil {
		return fault(err)
	}
	r.Mentions = nil
	return line(func(b *bytes.Buffer) error { return render.JSON(b, r) })
}

// broken turns a panic into an error. Its value may hold words of the draft: it goes nowhere.
func broken(answer *string) {
	if recover() != nil {
		*answer = fault(bedside.Errorf(bedside.CodeInternal, "the check of this draft broke off"))
	}
}

// fault tells an error. One that was not made to be shown stays unseen.
func fault(err error) string {
	shown, ok := errors.AsType[*bedside.Error](err)
	if !ok {
		shown = bedside.Errorf(bedside.CodeInternal, "something went wrong inside Bedside")
	}
	return line(func(b *bytes.Buffer) error { return render.JSONError(b, "", shown) })
}

func line(write func(*bytes.Buffer) error) string {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return "{\"id\":null,\"error\":{\"code\":\"internal\",\"message\":\"the answer cannot be written\"}}\n"
	}
	return b.String()
}
