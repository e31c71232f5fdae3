// Package eval measures a checker against the corpus (corpus/GUIDE.md): the scores of the design, by topic, rule and variety
// of English, beside an n-gram baseline; false alarms on ordinary tweets; the nine scenarios; and whether a figure fell.
// The lock-box is a sealed Set: totals come out of it and nothing else. Of other people's corpora it tells row numbers,
// never text. It opens no file by itself, reads no clock, and decides nothing in the product. Start at ReadDev and Evaluate.
package eval

import "bedside"

// Check is what is measured.
type Check func(bedside.Draft) (*bedside.Result, error)
