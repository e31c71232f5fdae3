package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"bedside"
)

// slow answers after a while that differs from draft to draft.
type slow struct{ fake }

func (slow) Check(d bedside.Draft, asOf time.Time) (*bedside.Result, error) {
	time.Sleep(time.Duration(rand.N(300)) * time.Microsecond)
	return fake{}.Check(d, asOf)
}

// fill is an endless supply of drafts that stops after count.
type fill struct {
	count, next int
	rest        []byte
}

func (f *fill) Read(b []byte) (int, error) {
	if len(f.rest) == 0 {
		if f.next == f.count {
			return 0, io.EOF
		}
		f.rest = fmt.Appendf(nil, "{\"id\":\"%d\",\"text\":\"%s\"}\n", f.next, strings.Repeat("long day ", 100))
		f.next++
	}
	n := copy(b, f.rest)
	f.rest = f.rest[n:]
	return n, nil
}

func runLines(t *testing.T, in io.Reader, out io.Writer, c checker) (status int, errs string) {
	t.Helper()
	var b bytes.Buffer
	a := &app{
		env: func(string) string { return "" }, stdin: in, stdout: out, stderr: &b, now: time.Now,
		open: func([]string) (checker, error) { return c, nil },
	}
	return a.run([]string{"check", "--jsonl", "--profile", emptyProfile(t)}), b.String()
}

func TestLinesKeepTheirOrder(t *testing.T) {
	t.Parallel()
	const count = 3000
	var out bytes.Buffer
	status, errs := runLines(t, &fill{count: count}, &out, slow{})
	if status != 0 || errs != "" {
		t.Fatalf("got status %d, %s", status, errs)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != count {
		t.Fatalf("got %d lines, want %d", len(lines), count)
	}
	for i, line := range lines {
		if !strings.HasPrefix(line, fmt.Sprintf(`{"schema":1,"id":"%d",`, i)) {
			t.Fatalf("line %d answers another draft: %.60s", i, line)
		}
	}
}

func TestLinesTakeBoundedMemory(t *testing.T) { //nolint:paralleltest // it measures the heap
	if testing.Short() {
		t.Skip("takes a second")
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	peak := uint64(0)
	status, _ := runLines(t, &fill{count: 40_000}, writerFunc(func(b []byte) (int, error) {
		if rand.N(500) == 0 {
			runtime.ReadMemStats(&after)
			peak = max(peak, after.HeapAlloc)
		}
		return len(b), nil
	}), fake{})
	if grown := int64(peak) - int64(before.HeapAlloc); status != 0 || grown > 60<<20 { // 40 MB of drafts went through
		t.Errorf("status %d, the heap grew by %d MiB", status, grown>>20)
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(b []byte) (int, error) { return f(b) }

func TestLinesThatAreTooLong(t *testing.T) {
	t.Parallel()
	long := `{"id":"b","text":"` + strings.Repeat("a", bedside.MaxJSON) + `"}`
	text := `{"id":"c","text":"` + strings.Repeat("a", bedside.MaxText+1) + `"}`
	in := "{\"id\":\"a\",\"text\":\"fine\"}\r\n" + long + "\n" + text + "\n{\"id\":\"d\",\"text\":\"fine\"}"
	var out bytes.Buffer
	status, errs := runLines(t, strings.NewReader(in), &out, fake{})
	want := []string{
		`"id":"a","verdict":"ok"`,
		`{"id":null,"error":{"code":"too_large","message":"this line is longer than 8 MiB, the most that one draft may take (line 2)"}}`,
		`{"id":"c","error":{"code":"too_large","message":"the text is longer than 1 MiB (1048576 bytes), the most that one draft may hold (line 3)"}}`,
		`"id":"d","verdict":"ok"`,
	}
	got := strings.Split(strings.TrimSpace(out.String()), "\n")
	if status != 2 || len(got) != len(want) {
		t.Fatalf("got status %d and %d lines, want 2 and %d", status, len(got), len(want))
	}
	for i := range want {
		if !strings.Contains(got[i], want[i]) {
			t.Errorf("line %d: got %.200s\nwant in it %s", i+1, got[i], want[i])
		}
		if !json.Valid([]byte(got[i])) {
			t.Errorf("line %d is not JSON", i+1)
		}
	}
	if want := "bedside: error: standard input: 2 of 4 lines could not be checked, the first is line 2\n"; !strings.HasPrefix(errs, want) {
		t.Errorf("got %s, want %s", errs, want)
	}
}

func TestLinesStopWhenNobodyReads(t *testing.T) {
	t.Parallel()
	written := 0
	status, errs := runLines(t, &fill{count: 1 << 30}, writerFunc(func(b []byte) (int, error) {
		if written++; written > 10 {
			return 0, errors.New("closed")
		}
		return len(b), nil
	}), fake{})
	if status != 3 || !strings.Contains(errs, "the answer cannot be written") {
		t.Errorf("got status %d, %s", status, errs)
	}
}

func TestLinesSayWhenReadingFails(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	in := io.MultiReader(strings.NewReader("{\"text\":\"fine\"}\n"), iotestErr{})
	status, errs := runLines(t, in, &out, fake{})
	if status != 2 || !strings.Contains(errs, "standard input: this file cannot be read") || strings.Count(out.String(), "\n") != 1 {
		t.Errorf("got status %d, %s%s", status, errs, &out)
	}
}

type iotestErr struct{}

func (iotestErr) Read([]byte) (int, error) { return 0, errors.New("the disk is gone") }

func TestProgressLine(t *testing.T) {
	t.Parallel()
	p := &progress{drafts: 12_000, size: 4000, verb: "checked"}
	p.read.Store(1000)
	if got, want := p.line(10*time.Second), "12000 checked, 1200 a second, about 30s left"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := (&progress{drafts: 64, verb: "checked"}).line(2*time.Second), "64 checked, 32 a second"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func BenchmarkLines(b *testing.B) {
	a := &app{
		env: func(string) string { return "" }, stdin: &fill{count: b.N}, stdout: io.Discard, stderr: io.Discard, now: time.Now,
		open: func([]string) (checker, error) { return fake{}, nil },
	}
	b.ReportAllocs()
	a.run([]string{"check", "--jsonl"})
}
