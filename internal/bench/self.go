package bench

import (
	"bufio"
	"encoding/json"
	"io"
	"time"
	"unicode/utf8"

	"bedside"
	"bedside/internal/eval"
)

// Drive is Bedside's own driver: it reads texts as the peers' drivers do, checks each, and writes what was recognised and
// what it cost. load is called within the time of starting up.
func Drive(in io.Reader, out io.Writer, load func() (eval.Check, error)) error {
	check, err := load()
	if err != nil {
		return err
	}
	ready, _ := usage()
	texts, err := readItems(in)
	if err != nil {
		return err
	}
	cost := Cost{ReadyS: ready.Seconds()}
	var results []*bedside.Result
	var counted []string
	before := ready
	for _, t := range texts { // those that warm up come first
		r, err := check(bedside.Draft{Text: t.Text}.WithDefaults())
		if err != nil {
			return err
		}
		if t.Warm {
			before = spent()
			continue
		}
		results, counted = append(results, r), append(counted, t.Text)
	}
	cost.SpentS = (spent() - before).Seconds()
	_, cost.PeakKiB = usage()
	enc := json.NewEncoder(out)
	for i, r := range results {
		if err := enc.Encode(triples(counted[i], r.Mentions)); err != nil {
			return err
		}
	}
	return enc.Encode(cost)
}

func spent() time.Duration {
	d, _ := usage()
	return d
}

func readItems(in io.Reader) ([]item, error) {
	var texts []item
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var t item
		if err := json.Unmarshal(lines.Bytes(), &t); err != nil {
			return nil, bedside.Errorf(bedside.CodeInvalid, "a line is no text for a driver")
		}
		texts = append(texts, t)
	}
	return texts, lines.Err()
}

// triples writes mentions as the peers' drivers write theirs: offsets count characters.
func triples(text string, mentions []bedside.MentionOut) [][3]any {
	out := [][3]any{}
	for _, m := range mentions {
		if m.Part != bedside.PartText && m.Part != "" || m.Class == bedside.Concept {
			continue
		}
		out = append(out, [3]any{utf8.RuneCountInString(text[:m.Start]), utf8.RuneCountInString(text[:m.End]), m.Type})
	}
	return out
}
