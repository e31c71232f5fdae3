package media

import (
	"image"
	"slices"

	"bedside"
)

// gallery looks at a picture of boxes: what its metadata tells, and what it shows where somebody else can open it.
func (v *view) gallery(f File) error {
	w := newBoxes(f)
	g := readGallery(w)
	if len(g.items) == 0 {
		return damaged("picture")
	}
	v.seen.Width, v.seen.Height = g.size()
	g.tell(w, &v.told)
	readMovie(w, &v.told)
	v.incomplete(w)
	v.frames(f, "The picture itself was not looked at: files of this type cannot be opened here. Send it as JPEG.")
	return nil
}

// movie looks at a video: what its boxes tell, and a few of its pictures where somebody else can open them.
func (v *view) movie(f File) error {
	w := newBoxes(f)
	m := readMovie(w, &v.told)
	if !m.any {
		return damaged("video")
	}
	v.seen.Width, v.seen.Height = m.width, m.height
	v.incomplete(w)
	if v.frames(f, "The pictures of the video were not looked at.") {
		v.not("frames", "Of the video a few pictures were looked at, not every one.")
	}
	v.not("sound", "What is said in the video was not listened to.")
	return nil
}

func (v *view) incomplete(w *boxes) {
	if !w.whole {
		v.not("metadata", "The file breaks off, or holds more parts than are read. Not all of its metadata was read.")
	}
}

// frames looks at the pictures that a program from outside takes out of a file.
func (v *view) frames(f File, otherwise string) bool {
	if v.r.Films == nil {
		v.not("frames", otherwise)
		return false
	}
	frames, err := v.r.Films.Frames(v.ctx, f, v.seen.Type)
	if err != nil || len(frames) == 0 || !v.all(frames[0].Picture) {
		v.not("frames", otherwise)
		return false
	}
	for i, frame := range frames {
		v.frame(frame.Picture, pageOf(i, len(frames)))
		if isVideo(v.seen.Type) {
			v.seen.Times = append(v.seen.Times, frame.At)
		}
	}
	return true
}

func isVideo(kind string) bool { return kind == MP4 || kind == MOV }

// all reports whether a picture from outside is all of a still picture: some programs open one tile of many, and take it for the whole.
func (v *view) all(frame image.Image) bool {
	if v.seen.Type != HEIC && v.seen.Type != AVIF || v.seen.Width == 0 {
		return true
	}
	return frame.Bounds().Size() == image.Pt(v.seen.Width, v.seen.Height)
}

// frame looks at one picture from outside, which is turned as people see it.
func (v *view) frame(frame image.Image, page int) {
	p := newPicture(frame, 1)
	if page <= 1 {
		v.seen.Likeness = LikenessOf(p.Pixels)
		v.seen.Width, v.seen.Height = p.Width, p.Height
	}
	v.recognise(p, page)
}

// stands reports whether words of a video stood there in an earlier frame that was looked at: they are told once, from when on they are seen.
func (v *view) stands(line bedside.SeenText) bool {
	return isVideo(v.seen.Type) && slices.ContainsFunc(v.seen.Texts, func(t bedside.SeenText) bool {
		return t.Page < line.Page && t.Text == line.Text && overlaps(t.Box, line.Box)
	})
}

// overlaps reports whether two boxes share at least half of the smaller one.
func overlaps(a, b [4]int) bool {
	across, down := min(a[0]+a[2], b[0]+b[2])-max(a[0], b[0]), min(a[1]+a[3], b[1]+b[3])-max(a[1], b[1])
	return across > 0 && down > 0 && 2*across*down >= min(a[2]*a[3], b[2]*b[3])
}
