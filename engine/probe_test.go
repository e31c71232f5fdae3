package engine_test

import (
	"encoding/json"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"bedside"
	"bedside/detect"
	"bedside/engine"
	"bedside/pack"
	"bedside/tables"
)

// probe is an engine whose pack has a rule for every fact, which says nothing but that the fact is there.
var probe = sync.OnceValues(func() (*engine.Engine, error) {
	f := pack.File{ID: "probe", Bodies: []pack.Body{{ID: "b", Source: "B", Clauses: []pack.Clause{{ID: "b.1", Cite: "1"}}}}}
	for k := bedside.FactKind(1); int(k) < bedside.FactCount; k++ {
		f.Rules = append(f.Rules, pack.Rule{
			ID: k.String(), Topic: "respect", Clauses: []string{"b.1"}, Each: "draft", Starts: []string{k.String()}, Evidence: []string{k.String()},
			Grades: []pack.Grade{{Severity: bedside.Advise, Message: "m", Why: "w", Remedy: "r"}},
		})
	}
	b, err := json.Marshal(&f)
	if err != nil {
		return nil, err
	}
	return engine.New(engine.Config{Tables: tables.Files(), Compile: detect.New, Pack: b, Reader: tables.Reader(), Version: "test"})
})

// known lists the facts of a draft whose names begin with one of some prefixes, in the order of the vocabulary.
func known(t *testing.T, d bedside.Draft, asOf time.Time, prefixes ...string) string {
	t.Helper()
	e, err := probe()
	if err != nil {
		t.Fatal(err)
	}
	r, err := e.Check(d, asOf)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for k := bedside.FactKind(1); int(k) < bedside.FactCount; k++ {
		name := k.String()
		wanted := slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(name, p) })
		if wanted && slices.ContainsFunc(r.Findings, func(f bedside.Finding) bool { return f.Rule == name }) {
			out = append(out, name)
		}
	}
	return strings.Join(out, " ")
}

// context is a case of a table: a draft as JSON, and which facts are known of it as a whole.
type context struct{ name, draft, want string }

func checkContext(t *testing.T, prefixes string, tests []context) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := known(t, decode(t, tt.draft), now, strings.Fields(prefixes)...); got != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.draft, got, tt.want)
			}
		})
	}
}
