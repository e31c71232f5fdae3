package eval

import (
	"encoding/json"
	"io/fs"
	"strings"

	"bedside"
)

// respectCase is a post that holds hard words about people, with what its author does with them.
type respectCase struct {
	ID      string `json:"id"`
	Text    string `json:"text"`
	Role    string `json:"role"`
	Kind    string `json:"kind"`
	ReplyTo string `json:"reply_to"`
	Way     string `json:"way"`   // quoted_to_condemn, counter_speech … used, passed_on
	Label   string `json:"label"` // acceptable or not
	Twin    string `json:"twin"`
}

// RespectWay is how one way with hard words is judged. A post whose author objects, reclaims or reports is right when no finding about
// respect or colleagues sends it back; one whose author means it, when anything does.
type RespectWay struct {
	Way   string `json:"way"`
	Right Rate   `json:"right"`
}

// respectWays are the ways in the order in which they are told, the acceptable ones first.
var respectWays = [...]string{"quoted_to_condemn", "counter_speech", "reclaimed", "negated", "discussed", "reported", "used", "passed_on"} //nolint:gochecknoglobals // a read-only table

// Respect checks the suite in respect/*.jsonl of the corpus. The last line counts twins: two posts with the same hard word, of which one is
// acceptable, both judged right.
func Respect(corpus fs.FS, check Check) ([]RespectWay, error) {
	files, err := fs.Glob(corpus, "respect/*.jsonl")
	if err != nil || len(files) == 0 {
		return nil, err
	}
	ways, twins := map[string]Count{}, map[string][]bool{}
	for _, name := range files {
		b, err := fs.ReadFile(corpus, name)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(b)) {
			var c respectCase
			if json.Unmarshal([]byte(line), &c) != nil {
				return nil, bedside.Errorf(bedside.CodeInvalid, "%s: a line is no case", name)
			}
			right := c.right(check)
			n := ways[c.Way]
			n.add(one(right))
			ways[c.Way] = n
			if c.Twin != "" {
				twins[c.Twin] = append(twins[c.Twin], right)
			}
		}
	}
	var out []RespectWay
	for _, w := range respectWays {
		out = append(out, RespectWay{w, rateOf(ways[w])})
	}
	return append(out, RespectWay{"twins, both", bothRight(twins)}), nil
}

func bothRight(twins map[string][]bool) Rate {
	var n Count
	for _, t := range twins {
		n.add(one(len(t) == 2 && t[0] && t[1]))
	}
	return rateOf(n)
}

func (c *respectCase) right(check Check) bool {
	d := bedside.Draft{ID: c.ID, Text: c.Text, Kind: c.Kind, Author: bedside.Author{Role: c.Role}, Account: bedside.Account{Audience: "public"}}
	d.Context.ReplyTo.Text = c.ReplyTo
	r, err := check(d)
	if err != nil {
		return false
	}
	if c.Label != "acceptable" {
		return r.Verdict >= bedside.Revise
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Severity >= bedside.Revise && (f.Topic == "respect" || f.Topic == "colleague") {
			return false
		}
	}
	return true
}

func (p *printer) respect(ways []RespectWay) {
	if len(ways) == 0 {
		return
	}
	p.head("Hard words about people, by what the author does with them\tright")
	for _, w := range ways {
		p.line("%s\t%s", strings.ReplaceAll(w.Way, "_", " "), percent(w.Right))
	}
}
