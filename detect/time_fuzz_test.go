package detect_test

import (
	"testing"

	"bedside"
	"bedside/text"
)

// FuzzTimes looks for words at which the scanners of dates, times of day and ages go beyond a sentence or tell anything twice.
func FuzzTimes(f *testing.F) {
	for _, s := range []string{
		"12/03/24 2:30 pm, 2024-03-12T14:30Z and 12-Mar-24", "the twenty-second of June '25, March the third", "Q3 2023. Sat 7.30, Mon-Fri",
		"on the 14th at 02:17 Saturday, 0400: called @ 0340", "two Fridays ago, 10d ago, a couple of weeks back", "POD#3, HD 2, post-op day 4",
		"a hundred and two year old, 2½ yo, 8/12 old boy, 2yr 4mo girl", "F34 with 56M, pushing 100, late 80s lady, DOL 6, ex-26-weeker, born at 26/40",
		"ago", "back 1", "of the th", "hundred", "- 1 - 2 - 3", "34", "age",
	} {
		f.Add(s)
	}
	d := scanners()
	p := text.Parser{Known: d.Known}
	f.Fuzz(func(t *testing.T, s string) {
		doc := p.Parse(s)
		found := d.Detect(doc, bedside.PartAlt, 3, 5)
		for i := range found {
			checkMention(t, doc, &found[i])
		}
		checkOrder(t, found)
	})
}
