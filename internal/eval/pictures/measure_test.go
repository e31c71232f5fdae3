package pictures_test

import (
	"context"
	"image"
	"testing"
	"testing/fstest"
	"time"

	"bedside"
	"bedside/internal/eval"
	"bedside/internal/eval/pictures"
	"bedside/media"
)

// shows finds what it is told is there, in whatever picture.
type shows struct {
	texts []bedside.SeenText
	codes []bedside.SeenCode
}

func (s shows) FindWords(context.Context, *image.RGBA) ([]bedside.SeenText, error) {
	return s.texts, nil
}

func (s shows) FindCodes(context.Context, *image.RGBA) ([]bedside.SeenCode, error) {
	return s.codes, nil
}

func box(r image.Rectangle) [4]int { return [4]int{r.Min.X, r.Min.Y, r.Dx(), r.Dy()} }

// truth is a recogniser that sees all of one picture.
func truth(p pictures.Picture) shows {
	var s shows
	for _, w := range p.Words {
		s.texts = append(s.texts, bedside.SeenText{Box: box(w.Box), Text: w.Text})
	}
	for _, c := range p.Codes {
		s.codes = append(s.codes, bedside.SeenCode{Box: box(c.Box), Kind: c.Kind, Text: c.Text})
	}
	return s
}

// everything is a check that takes all words of a picture for one identifier.
func everything(d bedside.Draft) (*bedside.Result, error) {
	words, _ := d.Media[0].Seen.Words()
	return &bedside.Result{Mentions: []bedside.MentionOut{{Class: bedside.Identifier, Part: bedside.PartPictureText, End: len(words)}}}, nil
}

func one(t *testing.T) pictures.Picture {
	t.Helper()
	all, err := pictures.Clinical(1, 3) // a wristband with a code
	if err != nil {
		t.Fatal(err)
	}
	return all[0]
}

func measure(t *testing.T, p pictures.Picture, s shows, check eval.Check) pictures.Score {
	t.Helper()
	m := pictures.Measure{Recognisers: media.Recognisers{Words: s, Codes: s}, Check: check, Spent: func() time.Duration { return 0 }}
	scores, err := m.Clinical([]pictures.Picture{p})
	if err != nil || len(scores) != 2 {
		t.Fatalf("%d scores, error %v", len(scores), err)
	}
	return scores[1]
}

func TestAllIsSeenByWhoSeesAll(t *testing.T) {
	t.Parallel()
	p := one(t)
	s := measure(t, p, truth(p), everything)
	for name, c := range map[string]eval.Count{"words": s.Words, "boxed": s.Boxed, "found": s.Found, "covered": s.Covered, "codes": s.Codes, "decoded": s.Decoded} {
		if c.Of == 0 || c.Hits != c.Of {
			t.Errorf("%s: %d of %d", name, c.Hits, c.Of)
		}
	}
}

func TestNothingIsSeenByWhoSeesNothing(t *testing.T) {
	t.Parallel()
	s := measure(t, one(t), shows{}, everything)
	if s.Words.Hits+s.Boxed.Hits+s.Found.Hits+s.Covered.Hits+s.Codes.Hits > 0 || s.Words.Of == 0 || s.Found.Of == 0 {
		t.Errorf("%+v", s)
	}
}

func TestWhatIsReadElsewhereIsNotFound(t *testing.T) {
	t.Parallel()
	p := one(t)
	s := truth(p)
	for i := range s.texts {
		s.texts[i].Box = [4]int{0, 0, 2, 2}
	}
	got := measure(t, p, s, everything)
	if got.Found.Hits > 0 || got.Other != 1 || got.Covered.Hits > 0 {
		t.Errorf("%+v", got)
	}
}

func TestFalseBoxesCount(t *testing.T) {
	t.Parallel()
	plain, err := pictures.Plain(1, 1)
	if err != nil {
		t.Fatal(err)
	}
	s := shows{texts: []bedside.SeenText{{Box: [4]int{1, 1, 20, 10}}, {Box: [4]int{50, 50, 20, 10}, Text: "x"}}}
	m := pictures.Measure{Recognisers: media.Recognisers{Words: s}, Spent: func() time.Duration { return 0 }}
	n, err := m.Plain(plain)
	if err != nil || n.Boxes != 2 || n.With.Hits != 1 || n.Share == 0 {
		t.Errorf("%+v, error %v", n, err)
	}
}

func TestCopiesAreRecognised(t *testing.T) {
	t.Parallel()
	all, err := pictures.Clinical(3, 1)
	if err != nil {
		t.Fatal(err)
	}
	l, err := pictures.Likeness(all)
	if err != nil || l.Half.Hits != 3 || l.Low.Hits != 3 || l.Mirrored.Hits != 3 || l.Unrelated.Hits != 0 || l.Unrelated.Of != 3 {
		t.Errorf("%+v, error %v", l, err)
	}
}

func TestRenderedNeedsItsFolder(t *testing.T) {
	t.Parallel()
	if _, err := (pictures.Measure{}).Rendered(fstest.MapFS{}); err == nil {
		t.Error("measured a folder that is not there")
	}
}
