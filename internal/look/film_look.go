package look

import (
	"context"
	"image"
	"image/draw"
	"time"

	"bedside/media"
)

// Stages of a copy of a video, as they are told to whoever waits for it.
const (
	lookingAt    = "Looking at the video"
	writing      = "Writing the copy"
	lookingAgain = "Looking at the copy again"
)

// tell says how far the copy of a video is.
func (l *Looker) tell(stage string, done, of time.Duration) {
	if l.Progress != nil {
		l.Progress(stage, done, of)
	}
}

// look finds faces in pictures a step apart, the first at a time, and words and codes in every second of them.
func (v *film) look(ctx context.Context, reel media.Reel, from time.Duration, stage string) (found []sight, err error) {
	for at := from; at <= reel.Length(); at += batch * filmStep {
		v.l.tell(stage, at, reel.Length())
		shots, err := reel.Shots(ctx, at, filmStep, batch)
		if err != nil && at > from { // at the very end there may be no picture
			break
		}
		if err != nil {
			return nil, err
		}
		for i, shot := range shots {
			here, err := v.sightsIn(ctx, shot, at+time.Duration(i)*filmStep, time.Duration(i)*filmStep%wordStep == 0)
			if err != nil {
				return nil, err
			}
			found = append(found, here...)
		}
	}
	return found, ctx.Err()
}

// sightsIn is what one picture shows.
func (v *film) sightsIn(ctx context.Context, shot image.Image, at time.Duration, read bool) (found []sight, err error) {
	p := image.NewRGBA(image.Rectangle{Max: shot.Bounds().Size()})
	draw.Draw(p, p.Rect, shot, shot.Bounds().Min, draw.Src)
	v.width, v.height = p.Rect.Dx(), p.Rect.Dy()
	if v.find[face] {
		faces, err := v.l.Recognisers.Faces.FindFaces(ctx, p)
		if err != nil {
			return nil, err
		}
		for _, f := range faces {
			found = append(found, sight{face, at, f.Box})
		}
	}
	if !read {
		return found, nil
	}
	written, err := v.writtenIn(ctx, p)
	if err != nil {
		return nil, err
	}
	for _, r := range written {
		found = append(found, sight{r.Kind, at, r.Box})
	}
	return found, nil
}

// writtenIn are the blocks of words and the codes of a picture, while there is time for them. All lines are found before any is read: what
// there was no time to read is covered too.
func (v *film) writtenIn(ctx context.Context, p *image.RGBA) (out []Region, err error) {
	if v.find[words] {
		lines, err := v.l.Recognisers.Words.FindWords(v.words, p) //nolint:contextcheck // it ends with ctx, and before
		if err = v.inTime(ctx, err); err != nil {
			return nil, err
		}
		boxes := make([][4]int, len(lines))
		for i := range lines {
			boxes[i] = lines[i].Box
		}
		for _, b := range blocks(boxes) {
			out = append(out, Region{words, b})
		}
	}
	if v.find[code] {
		codes, err := v.l.Recognisers.Codes.FindCodes(v.words, p) //nolint:contextcheck // as above
		if err = v.inTime(ctx, err); err != nil {
			return nil, err
		}
		for _, c := range codes {
			out = append(out, Region{code, c.Box})
		}
	}
	return out, nil
}

// inTime notes that there was no time left for words, which is no error as long as there is some for the copy.
func (v *film) inTime(ctx context.Context, err error) error {
	if v.words.Err() != nil && ctx.Err() == nil {
		v.cut = true
		return nil
	}
	return err
}

// blocks joins lines of words that stand together: those a line's height apart. Lines are found a little differently in every picture, and
// a block is one thing to follow.
func blocks(lines [][4]int) (out [][4]int) {
	for _, b := range lines {
		for i := 0; i < len(out); i++ {
			if together(b, out[i]) {
				b = union(b, out[i])
				out = append(out[:i], out[i+1:]...)
				i = -1 // what it has become may touch others
			}
		}
		out = append(out, b)
	}
	return out
}

// together reports whether two boxes are no further apart than half the height of the lower one.
func together(a, b [4]int) bool {
	gap := min(a[3], b[3]) / 2
	return a[0]-gap < b[0]+b[2] && b[0]-gap < a[0]+a[2] && a[1]-gap < b[1]+b[3] && b[1]-gap < a[1]+a[3]
}
