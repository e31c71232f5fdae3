package pictures

import (
	"fmt"

	"bedside/internal/eval"
)

// Nothing is what was seen in pictures that show none of it.
type Nothing struct {
	Pictures int        `json:"pictures"`
	With     eval.Count `json:"with"`  // pictures with a false box of words
	Boxes    int        `json:"boxes"` // of words, in all
	Share    float64    `json:"share"` // of the pictures' area that they take
	Codes    int        `json:"codes"`
	Faces    int        `json:"faces"`
	Sure     int        `json:"sure"` // faces found at the higher threshold
	Seconds  Seconds    `json:"seconds"`
}

// Plain measures pictures without words, codes and faces.
func (m Measure) Plain(all []Picture) (Nothing, error) {
	var n Nothing
	for i := range all {
		seen, took, err := m.look(all[i].JPEG)
		if err != nil {
			return n, fmt.Errorf("look at %s: %w", all[i].Name, err)
		}
		n.Pictures++
		count(&n.With, len(seen.Texts) > 0)
		n.Boxes += len(seen.Texts)
		n.Codes += len(seen.Codes)
		n.Faces += len(seen.Faces)
		for _, t := range seen.Texts {
			n.Share += float64(t.Box[2]*t.Box[3]) / float64(max(1, seen.Width*seen.Height*len(all)))
		}
		for _, f := range seen.Faces {
			if f.Sure {
				n.Sure++
			}
		}
		n.Seconds.add(took)
	}
	return n, nil
}
