package bench

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"bedside"
	"bedside/internal/eval/spans"
)

// item is a text as the drivers read it. Texts that warm up are run and not counted.
type item struct {
	Text string `json:"text"`
	Warm bool   `json:"warm,omitempty"`
}

// Cost is what a run took, in one thread.
type Cost struct {
	ReadyS  float64 `json:"ready_s"` // processor seconds until the first text
	SpentS  float64 `json:"spent_s"` // processor seconds for the counted texts
	PeakKiB int64   `json:"peak_kib"`
}

// drive runs a peer over texts and gives what it found in each, in order.
func drive(ctx context.Context, p Peer, place Place, texts []item, environ []string) ([][]spans.Span, Cost, error) {
	dir, err := os.MkdirTemp(place.Build, "run")
	if err != nil {
		return nil, Cost{}, err
	}
	defer os.RemoveAll(dir)
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	if err := writeItems(in, texts); err != nil {
		return nil, Cost{}, err
	}
	args := p.command(place, in, out)
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Env = place.environment(environ)
	if errs, err := cmd.CombinedOutput(); err != nil {
		return nil, Cost{}, fmt.Errorf("%w: %s in %s", err, failure(errs), args[1])
	}
	f, err := os.Open(out)
	if err != nil {
		return nil, Cost{}, err
	}
	defer f.Close()
	return readAnswers(f, texts)
}

// failure is the kind of a driver's last error: what comes behind the colon may hold words of a text.
func failure(errs []byte) string {
	kind, _, _ := strings.Cut(lastLine(errs), ":")
	return kind
}

func writeItems(file string, texts []item) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	for _, t := range texts {
		if err := enc.Encode(t); err != nil {
			return err
		}
	}
	return os.WriteFile(file, b.Bytes(), 0o600)
}

// readAnswers reads a line of spans a counted text, and the cost.
func readAnswers(r io.Reader, texts []item) ([][]spans.Span, Cost, error) {
	var found [][]spans.Span
	var cost Cost
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<24)
	for _, t := range texts {
		if t.Warm {
			continue
		}
		if !lines.Scan() {
			return nil, cost, bedside.Errorf(bedside.CodeInvalid, "a driver gave too few answers")
		}
		answer, err := parseAnswer(t.Text, lines.Bytes())
		if err != nil {
			return nil, cost, err
		}
		found = append(found, answer)
	}
	if !lines.Scan() || json.Unmarshal(lines.Bytes(), &cost) != nil {
		return nil, cost, bedside.Errorf(bedside.CodeInvalid, "a driver did not tell its cost")
	}
	return found, cost, nil
}

// parseAnswer reads [start, end, type] triples, whose offsets count characters. Triples outside the text are an error.
func parseAnswer(text string, line []byte) ([]spans.Span, error) {
	var triples [][3]any
	if err := json.Unmarshal(line, &triples); err != nil {
		return nil, bedside.Errorf(bedside.CodeInvalid, "a driver's answer cannot be read")
	}
	var out []spans.Span
	for _, t := range triples {
		start, ok1 := t[0].(float64)
		end, ok2 := t[1].(float64)
		kind, ok3 := t[2].(string)
		if !ok1 || !ok2 || !ok3 {
			return nil, bedside.Errorf(bedside.CodeInvalid, "a driver's answer cannot be read")
		}
		s, ok := spans.InBytes(text, int(start), int(end), kind)
		if !ok {
			return nil, bedside.Errorf(bedside.CodeInvalid, "a driver's answer lies outside its text")
		}
		if s = withoutSpace(text, s); s.Start < s.End {
			out = append(out, s)
		}
	}
	return out, nil
}

// withoutSpace takes white space off the ends of a span: some peers hand it out with the words.
func withoutSpace(text string, s spans.Span) spans.Span {
	words := text[s.Start:s.End]
	s.Start += len(words) - len(strings.TrimLeft(words, " \t\n"))
	s.End -= len(words) - len(strings.TrimRight(words, " \t\n"))
	if s.End < s.Start {
		s.End = s.Start
	}
	return s
}
