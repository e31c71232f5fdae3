package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bedside"
	"bedside/internal/eval"
)

const (
	open   = `{"id":"a-1","draft":{"text":"OPENMARK one"},"gold":{"verdict":"revise","band":["revise","block"],"findings":[{"topic":"respect","severity":"revise","clauses":[],"spans":["one"]}],"person":"none","recognisable":[]},"meta":{"writer":"a","topic":"respect","variety":"UK","voice":"x","ordinary":false}}`
	sealed = `{"id":"SEALEDMARK","draft":{"text":"SEALEDMARK two"},"gold":{"verdict":"ok","band":["ok","ok"],"findings":[],"person":"none","recognisable":[]},"meta":{"writer":"SEALEDMARK","topic":"none","variety":"UK","voice":"x","ordinary":true}}`
)

// place makes a folder with a small corpus and gives flags that point at it.
func place(t *testing.T, dev, lockbox string) (dir string, flags []string) {
	t.Helper()
	dir = t.TempDir()
	for name, text := range map[string]string{"corpus/dev/a.jsonl": dev, "corpus/lockbox/b.jsonl": lockbox} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir, []string{"-corpus", dir + "/corpus", "-examples", dir + "/examples", "-shared", dir + "/shared"}
}

func tryRun(verdict bedside.Severity, args []string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	check := func(bedside.Draft) (*bedside.Result, error) { return &bedside.Result{Verdict: verdict}, nil }
	status = run(args, env{
		check: check,
		crossValidate: func(dev eval.Set, _ string) (eval.Set, func(*eval.Record) eval.Check, error) {
			return dev, func(*eval.Record) eval.Check { return check }, nil
		},
		commit: "abc", now: func() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 6, time.UTC) }, stdout: &out, stderr: &errs,
	})
	return status, out.String(), errs.String()
}

func TestRun(t *testing.T) {
	t.Parallel()
	dir, flags := place(t, open, sealed)
	status, out, errs := tryRun(bedside.OK, flags)
	if status != 0 || errs != "" {
		t.Fatalf("status %d, %s", status, errs)
	}
	for _, want := range []string{"Corpus at abc", "side right", "n-grams, twins together", "tweets are left out: " + dir + "/shared/data: btc.train is not there", "no scenarios in", "left out: handoffs/synthetic_handoffs.json is not there"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not told", want)
		}
	}
	if strings.Contains(out, "Lock-box") || strings.Contains(out, "OPENMARK") {
		t.Error("told unasked")
	}
}

func TestRunLists(t *testing.T) {
	t.Parallel()
	_, flags := place(t, open, sealed)
	if _, out, _ := tryRun(bedside.OK, append(flags, "-kind", "missed", "-v")); !strings.Contains(out, "a-1") || !strings.Contains(out, "OPENMARK") {
		t.Error("the miss is not listed with its text")
	}
	if _, out, _ := tryRun(bedside.OK, append(flags, "-topic", "claims")); strings.Contains(out, "a-1") {
		t.Error("a miss of another topic is listed")
	}
	if status, _, _ := tryRun(bedside.OK, append(flags, "-kind", "bad")); status != 2 {
		t.Errorf("an unknown kind: status %d", status)
	}
}

func TestRunLockbox(t *testing.T) {
	t.Parallel()
	dir, flags := place(t, open, sealed+"\nSEALEDMARK\n")
	for _, format := range [][]string{{"-lockbox", "-v"}, {"-lockbox", "-json", "-list"}} {
		status, out, errs := tryRun(bedside.Block, append(flags, format...))
		if status != 2 || strings.Contains(out+errs, "SEALEDMARK") {
			t.Errorf("%v: status %d; the lock-box is told: %v", format, status, strings.Contains(out+errs, "SEALEDMARK"))
		}
		if !strings.Contains(strings.ToLower(out), "lockbox") && !strings.Contains(out, "Lock-box, totals only") {
			t.Errorf("%v: no totals", format)
		}
	}
	log, err := os.ReadFile(filepath.Join(dir, "corpus/lockbox/scores.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(string(log), `{"commit":"abc","time":"2026-01-02T03:04:05Z","totals":{"drafts":1,`); lines != 2 || strings.Contains(string(log), "SEALEDMARK") {
		t.Errorf("%d scorings are logged:\n%s", lines, log)
	}
}

func TestRunBaseline(t *testing.T) {
	t.Parallel()
	dir, flags := place(t, open, sealed)
	file := filepath.Join(dir, "eval/baseline.json")
	flags = append(flags, "-baseline", file)
	if status, out, _ := tryRun(bedside.Revise, flags); status != 0 || !strings.Contains(out, "-update writes it") {
		t.Errorf("without a baseline: status %d", status)
	}
	if status, _, errs := tryRun(bedside.Revise, append(flags, "-update")); status != 0 {
		t.Fatalf("status %d, %s", status, errs)
	}
	if status, _, errs := tryRun(bedside.Revise, flags); status != 0 {
		t.Errorf("the same: status %d, %s", status, errs)
	}
	if status, _, errs := tryRun(bedside.OK, flags); status != 1 || !strings.Contains(errs, "these fell: side") {
		t.Errorf("a drop: status %d, %s", status, errs)
	}
}

func TestRunIdentifiers(t *testing.T) {
	t.Parallel()
	dir, flags := place(t, open, sealed)
	if status, _, _ := tryRun(bedside.OK, append(flags, "-misses", dir+"/m")); status != 2 {
		t.Errorf("-misses alone: status %d", status)
	}
	file := filepath.Join(dir, "shared/data/asq_phi/queries_dev.txt")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	query := "===QUERY===\nANNMARK?\n===PHI_TAGS===\n{\"identifier_type\": \"NAME\", \"value\": \"ANNMARK\"}\n"
	if err := os.WriteFile(file, []byte(query), 0o644); err != nil {
		t.Fatal(err)
	}
	status, out, errs := tryRun(bedside.OK, append(flags, "-identifiers", "-misses", dir+"/m"))
	if status != 0 || errs != "" || strings.Contains(out, "Corpus at") || !strings.Contains(out, "0.0 % 0/1") {
		t.Errorf("status %d, %s\n%s", status, errs, out)
	}
	misses, err := os.ReadFile(dir + "/m")
	if err != nil {
		t.Fatal(err)
	}
	want := `{"set":"asq_phi","way":"any overlap","row":1,"kind":"missed","type":"NAME","start":0,"end":7}` + "\n"
	if string(misses) != want || strings.Contains(out, "ANNMARK") {
		t.Errorf("misses: %s", misses)
	}
	if _, out, _ := tryRun(bedside.OK, append(flags, "-identifiers", "-json")); !strings.HasPrefix(out, `{`) || strings.Contains(out, "ANNMARK") {
		t.Errorf("JSON: %s", out)
	}
}
