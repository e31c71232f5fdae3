package look_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"slices"
	"strings"
	"testing"
	"time"

	"bedside"
	"bedside/internal/look"
	"bedside/media"
)

// reels is a video that is drawn as it is asked for: fields of skin where the faces are at a time. What was written of it is opened anew
// with the boxes over it.
type reels struct {
	length time.Duration
	faces  func(at time.Duration) []image.Rectangle
	words  func(at time.Duration) []image.Rectangle
	only   func(at time.Duration) []image.Rectangle // seen only in the copy
	shades []media.Shade
	writes int
	fails  error
}

type reel struct {
	*reels
	copied bool
}

func (r *reels) Open(_ context.Context, f media.File, _ string) (media.Reel, error) {
	b := make([]byte, f.Size())
	_, _ = f.ReadAt(b, 0)
	return &reel{r, bytes.Contains(b, []byte("copy"))}, r.fails
}

func (r *reel) Length() time.Duration { return r.length }
func (r *reel) Close()                {}

func (r *reel) Shots(_ context.Context, from, step time.Duration, most int) (out []image.Image, _ error) {
	for at := from; len(out) < most && at <= r.length; at += step {
		out = append(out, r.shot(at))
	}
	return out, nil
}

func (r *reel) shot(at time.Duration) *image.RGBA {
	p := photo(nil)
	paint := func(r image.Rectangle, c color.Color) { draw.Draw(p, r, image.NewUniform(c), image.Point{}, draw.Src) }
	for _, f := range r.faces(at) {
		paint(f, skin)
	}
	if r.words != nil {
		for _, w := range r.words(at) {
			paint(w, ink)
		}
	}
	if r.copied && r.only != nil {
		for _, f := range r.only(at) {
			paint(f, skin)
		}
	}
	for _, s := range r.shades {
		if r.copied && s.From <= at && at <= s.To {
			paint(image.Rect(s.Left*400/10_000, s.Top*300/10_000, s.Right*400/10_000, s.Bottom*300/10_000), color.Black)
		}
	}
	return p
}

func (r *reel) Cover(_ context.Context, shades []media.Shade) ([]byte, error) {
	r.shades, r.writes = shades, r.writes+1
	return movie("copy"), nil
}

// movie is a file that is a video by its boxes.
func movie(what string) []byte {
	header := append(make([]byte, 20), 1)
	return slices.Concat(box("ftyp", []byte("isom\x00\x00\x02\x00isomiso2")), box("moov", box("mvhd", append(header, make([]byte, 79)...))), box("mdat", []byte(what)))
}

// seesEach finds every field of a colour by itself.
type seesEach struct{ color.RGBA }

func (s seesEach) FindFaces(_ context.Context, p *image.RGBA) (out []bedside.SeenFace, _ error) {
	for _, b := range s.each(p) {
		out = append(out, bedside.SeenFace{Box: b})
	}
	return out, nil
}

func (s seesEach) FindWords(ctx context.Context, p *image.RGBA) (out []bedside.SeenText, _ error) {
	for _, b := range s.each(p) {
		out = append(out, bedside.SeenText{Box: b})
	}
	return out, ctx.Err()
}

func (s seesEach) each(p *image.RGBA) (out [][4]int) {
	done := map[image.Point]bool{}
	for y := range p.Rect.Dy() {
		for x := range p.Rect.Dx() {
			if at := image.Pt(x, y); !done[at] && p.RGBAAt(x, y) == s.RGBA {
				end := at
				for p.RGBAAt(end.X, y) == s.RGBA {
					end.X++
				}
				for p.RGBAAt(x, end.Y) == s.RGBA {
					end.Y++
				}
				for by := y; by < end.Y; by++ {
					for bx := x; bx < end.X; bx++ {
						done[image.Pt(bx, by)] = true
					}
				}
				out = append(out, [4]int{x, y, end.X - x, end.Y - y})
			}
		}
	}
	return out
}

// finders find faces and words, each in its colour.
func finders() media.Recognisers {
	return media.Recognisers{Faces: seesEach{skin}, Words: seesEach{ink}}
}

func none(time.Duration) []image.Rectangle { return nil }

func square(x, y int) image.Rectangle { return image.Rect(x-20, y-20, x+20, y+20) }

// TestWhatAVideoShowsIsCoveredInEveryPicture, also in those that nobody looked at.
func TestWhatAVideoShowsIsCoveredInEveryPicture(t *testing.T) {
	t.Parallel()
	ms := func(at time.Duration) int { return int(at.Milliseconds()) }
	for name, c := range map[string]struct {
		faces func(at time.Duration) []image.Rectangle
		words func(at time.Duration) []image.Rectangle
		only  func(at time.Duration) []image.Rectangle
		want  int // tracks
	}{
		"one that stays":    {faces: func(time.Duration) []image.Rectangle { return []image.Rectangle{square(100, 100)} }, want: 1},
		"one that moves":    {faces: func(at time.Duration) []image.Rectangle { return []image.Rectangle{square(60+ms(at)/25, 100)} }, want: 1},
		"one that comes in": {faces: func(at time.Duration) []image.Rectangle { return []image.Rectangle{square(-20+ms(at)/25, 150)} }, want: 1},
		"one for a while":   {faces: func(at time.Duration) []image.Rectangle { return during(at, 1700, 4200, square(200, 150)) }, want: 1},
		"one that is missed": {faces: func(at time.Duration) []image.Rectangle {
			return append(during(at, 0, 1600, square(200, 150)), during(at, 2900, 9000, square(215, 150))...)
		}, want: 1},
		"two that part": {faces: func(at time.Duration) []image.Rectangle {
			return []image.Rectangle{square(170-ms(at)/60, 100), square(230+ms(at)/60, 100)}
		}, want: 2},
		"words that stay": {faces: none, words: func(time.Duration) []image.Rectangle { return []image.Rectangle{image.Rect(20, 30, 300, 60)} }, want: 1},
		"two lines of a block": {faces: none, words: func(at time.Duration) []image.Rectangle {
			return append(during(at, 0, 9000, image.Rect(20, 30, 300, 60)), during(at, 0, 9000, image.Rect(20, 65, 200, 95))...)
		}, want: 1},
		"words for a while beside a face": {
			faces: func(time.Duration) []image.Rectangle { return []image.Rectangle{square(100, 200)} },
			words: func(at time.Duration) []image.Rectangle { return during(at, 1300, 3700, image.Rect(200, 30, 380, 60)) }, want: 2,
		},
		"words that roll by": {faces: none, words: func(at time.Duration) []image.Rectangle {
			return []image.Rectangle{image.Rect(60, 250-ms(at)/40, 340, 280-ms(at)/40)}
		}, want: 1},
		"one that only the copy shows": {
			faces: func(time.Duration) []image.Rectangle { return []image.Rectangle{square(100, 100)} },
			only:  func(time.Duration) []image.Rectangle { return []image.Rectangle{square(300, 200)} }, want: 2,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := &reels{length: 5 * time.Second, faces: c.faces, words: c.words, only: c.only}
			l := &look.Looker{Recognisers: finders(), Reels: r}
			made, err := l.Copy(t.Context(), bytes.NewReader(movie("film")), &bedside.Seen{Type: media.MP4}, nil, "")
			if err != nil {
				t.Fatal(err)
			}
			if !made.Film || made.NotCovered != "" || len(made.Covered) != c.want || made.Left() != 0 {
				t.Fatalf("film %v, %q, covered %v, left %d", made.Film, made.NotCovered, made.Covered, made.Left())
			}
			if again := &(reel{r, true}); c.only == nil || r.writes == 2 {
				for at := time.Duration(0); at <= r.length; at += 40 * time.Millisecond {
					p := again.shot(at)
					if found := append(seesEach{skin}.each(p), seesEach{ink}.each(p)...); len(found) > 0 {
						t.Errorf("at %v something is seen at %v", at, found[0])
					}
				}
			} else {
				t.Errorf("written %d times", r.writes)
			}
		})
	}
}

func during(at time.Duration, from, to int, r image.Rectangle) []image.Rectangle {
	if ms := int(at.Milliseconds()); ms < from || ms > to {
		return nil
	}
	return []image.Rectangle{r}
}

// TestWhatIsNotCoveredInAVideoIsSaid: its metadata is left out all the same.
func TestWhatIsNotCoveredInAVideoIsSaid(t *testing.T) {
	t.Parallel()
	still := func(time.Duration) []image.Rectangle { return []image.Rectangle{square(100, 100)} }
	crowd := func(at time.Duration) (out []image.Rectangle) {
		for i := range 12 { // all walk on
			out = append(out, image.Rect(0, 0, 10, 10).Add(image.Pt(10+30*i, 10+int(at/(500*time.Millisecond))*12%280)))
		}
		return out
	}
	faces := finders()
	for name, c := range map[string]struct {
		l    *look.Looker
		seen bedside.Seen
		want string
	}{
		"no program":     {l: &look.Looker{Recognisers: faces}, want: "ffmpeg"},
		"no recognisers": {l: &look.Looker{Reels: &reels{length: time.Second, faces: still}}, want: "without what finds faces and words"},
		"a long one":     {l: &look.Looker{Recognisers: faces, Reels: &reels{length: 61 * time.Second, faces: still}}, want: "at most one minute"},
		"too much":       {l: &look.Looker{Recognisers: faces, Reels: &reels{length: 45 * time.Second, faces: crowd}}, want: "More moves"},
		"a broken one":   {l: &look.Looker{Recognisers: faces, Reels: &reels{fails: errors.New("of Ada's film")}}, want: "could not be opened"},
		"nobody":         {l: &look.Looker{Recognisers: faces, Reels: &reels{length: time.Second, faces: none}}},
		"kept":           {l: &look.Looker{Recognisers: faces, Reels: &reels{length: time.Second, faces: still}}, seen: bedside.Seen{Faces: []bedside.SeenFace{{Box: [4]int{80, 80, 40, 40}, Page: 1}}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c.seen.Type = media.MP4
			made, err := c.l.Copy(t.Context(), bytes.NewReader(movie("film")), &c.seen, nil, "")
			if err != nil {
				t.Fatal(err)
			}
			if !made.Lossless || made.Film || len(made.Covered) > 0 || !strings.Contains(made.NotCovered, c.want) || c.want == "" && made.NotCovered != "" || strings.Contains(made.NotCovered, "Ada") {
				t.Errorf("lossless %v, film %v, covered %v, %q", made.Lossless, made.Film, made.Covered, made.NotCovered)
			}
		})
	}
}

// hurry lets the time for words run out at its third picture.
type hurry struct {
	seesEach

	left *int
	stop context.CancelFunc
}

func (h hurry) FindWords(ctx context.Context, p *image.RGBA) ([]bedside.SeenText, error) {
	if *h.left--; *h.left < 0 {
		h.stop()
		<-ctx.Done()
		return nil, ctx.Err()
	}
	return h.seesEach.FindWords(ctx, p)
}

// TestWordsThatThereWasNoTimeForAreSaid: what was found before is covered, and faces to the end.
func TestWordsThatThereWasNoTimeForAreSaid(t *testing.T) {
	t.Parallel()
	still := func(time.Duration) []image.Rectangle { return []image.Rectangle{square(100, 200)} }
	r := &reels{length: 5 * time.Second, faces: still, words: func(time.Duration) []image.Rectangle { return []image.Rectangle{image.Rect(200, 30, 380, 60)} }}
	reading, stop := context.WithCancel(t.Context())
	left := 3
	l := &look.Looker{Recognisers: media.Recognisers{Faces: seesEach{skin}, Words: hurry{seesEach{ink}, &left, stop}}, Reels: r}
	look.ReadWithin(l, reading)
	var told []string
	l.Progress = func(stage string, _, _ time.Duration) {
		if len(told) == 0 || told[len(told)-1] != stage {
			told = append(told, stage)
		}
	}
	made, err := l.Copy(t.Context(), bytes.NewReader(movie("film")), &bedside.Seen{Type: media.MP4}, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	if !made.Film || len(made.Covered) != 2 || !strings.Contains(made.NotCovered, "no time to look for words") {
		t.Errorf("film %v, covered %v, %q", made.Film, made.Covered, made.NotCovered)
	}
	if want := []string{"Looking at the video", "Writing the copy", "Looking at the copy again"}; !slices.Equal(told, want) {
		t.Errorf("told %q", told)
	}
}
