package detect_test

import (
	"testing"

	"bedside/detect"
	"bedside/detect/tagger"
	"bedside/tables"
	"bedside/text"
)

// BenchmarkTag is what the name tagger alone costs, on sentences that it has to look at and on some that it need not.
func BenchmarkTag(b *testing.B) {
	d, err := detect.New(tables.Files())
	if err != nil {
		b.Fatal(err)
	}
	m, err := tagger.Load(tables.Stored()["tagger.bin"])
	if err != nil {
		b.Fatal(err)
	}
	for _, bb := range []struct{ name, text string }{
		{"ordinary", "Three night shifts done and I am so ready for my bed, a bath and whatever is left of the cake in the fridge."},
		{"names", "So proud of Chiamaka and Tom Alvarez for running the Larkbridge half marathon in the rain, with Priya on the drums #TeamResus"},
	} {
		doc := (&text.Parser{Known: d.Known}).Parse(bb.text)
		var tokens []tagger.Token
		d.TaggerTokens(doc, func(_ int, t []tagger.Token) { tokens = append(tokens, t...) })
		b.Run(bb.name, func(b *testing.B) {
			x := &tagger.Scratch{}
			for b.Loop() {
				m.Tag(tokens, 0, x)
			}
		})
	}
}
