package eval

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"bedside"
)

// Reading is what a person thought of one rewrite: does it read as somebody would write, and is it still the author's point. It
// holds no text: the hash says which wording was read.
type Reading struct {
	ID      string `json:"id"`
	SHA256  string `json:"sha256"`
	Natural bool   `json:"natural"`
}

// ParseReadings reads one JSON object a line.
func ParseReadings(b []byte) ([]Reading, error) {
	var out []Reading
	n := 0
	for line := range bytes.Lines(b) {
		n++
		var r Reading
		if err := json.Unmarshal(line, &r); err != nil || r.ID == "" || len(r.SHA256) != 2*sha256.Size {
			return nil, bedside.Errorf(bedside.CodeInvalid, "line %d is no reading of a rewrite", n)
		}
		out = append(out, r)
	}
	return out, nil
}

// Natural counts the readings of rewrites that are still offered in these words, and those that were found natural. A sealed
// set has none.
func (s *Scores) Natural(readings []Reading) Rate {
	by := map[string]bool{}
	for _, r := range readings {
		by[r.ID+" "+r.SHA256] = r.Natural
	}
	var c Count
	for _, o := range s.outcomes {
		if o.ending != mended || s.sealed {
			continue
		}
		hash := sha256.Sum256([]byte(o.result.Rewrite.Text))
		if natural, ok := by[fmt.Sprint(o.record.ID, " ", hex.EncodeToString(hash[:]))]; ok {
			c.add(one(natural))
		}
	}
	return rateOf(c)
}
