package main

import (
	"maps"
	"time"

	"bedside"
	"bedside/detect"
	"bedside/engine"
	"bedside/internal/audit"
	"bedside/tables"
)

// checker is the engine as the commands use it. It must be safe for concurrent use.
type checker interface {
	Check(d bedside.Draft, asOf time.Time) (*bedside.Result, error)
	CheckWith(d bedside.Draft, asOf time.Time, t *engine.Timeline) (*bedside.Result, error)
	Record(d bedside.Draft) (engine.Record, error)
	audit.Engine
}

// opener makes an engine with the packs that --pack names; none means the default pack.
type opener func(packs []string) (checker, error)

// openEngine joins tables, packs and engine.
func openEngine(names []string) (checker, error) {
	compiled, lists, err := choosePacks(names)
	if err != nil {
		return nil, err
	}
	files := tables.Stored()
	if len(lists) > 0 { // words of an overlay are compiled with all others
		files = tables.Files()
		maps.Copy(files, lists)
	}
	e, err := engine.New(engine.Config{Tables: files, Compile: detect.New, Pack: compiled, Reader: tables.Reader(), Version: version})
	if err != nil {
		return nil, err
	}
	return e, nil
}
