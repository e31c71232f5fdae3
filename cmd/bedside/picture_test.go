package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"

	"bedside"
	"bedside/media"
)

// A face in a test is a field of this colour, on paper of the other.
var (
	skin  = color.RGBA{R: 255, B: 255, A: 255}
	paper = color.RGBA{R: 200, G: 220, B: 210, A: 255}
	face  = image.Rect(120, 60, 180, 140)
	told  = "tEXtAuthor\x00Mrs Alvarez was here, in Larkfield"
)

// writePictures makes pictures for scripts: photo.png has a face, empty.png has none, both name somebody in their metadata;
// broken.png stops halfway.
func writePictures(dir string) error {
	with, err := pictureOf(face)
	if err != nil {
		return err
	}
	without, err := pictureOf(image.Rectangle{})
	if err != nil {
		return err
	}
	for name, b := range map[string][]byte{"photo.png": with, "empty.png": without, "broken.png": with[:len(with)/2]} {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			return err
		}
	}
	return nil
}

func pictureOf(face image.Rectangle) ([]byte, error) {
	p := image.NewRGBA(image.Rect(0, 0, 300, 300))
	draw.Draw(p, p.Rect, image.NewUniform(paper), image.Point{}, draw.Src)
	draw.Draw(p, face, image.NewUniform(skin), image.Point{}, draw.Src)
	var b bytes.Buffer
	if err := png.Encode(&b, p); err != nil {
		return nil, err
	}
	const header = 33 // the magic and the first chunk
	chunk := chunkOf(told)
	return append(append(bytes.Clone(b.Bytes()[:header]), chunk...), b.Bytes()[header:]...), nil
}

// chunkOf is a chunk of a PNG file: its length, its name and data, its check sum.
func chunkOf(s string) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(s)-4)) //nolint:gosec // a constant
	b = append(b, s...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE([]byte(s)))
}

// fakeFaces finds the one field of skin.
type fakeFaces struct{}

func (fakeFaces) FindFaces(_ context.Context, p *image.RGBA) ([]bedside.SeenFace, error) {
	var found image.Rectangle
	for y := range p.Rect.Dy() {
		for x := range p.Rect.Dx() {
			if p.RGBAAt(x, y) == skin {
				found = found.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	if found.Empty() {
		return nil, nil
	}
	return []bedside.SeenFace{{Box: [4]int{found.Min.X, found.Min.Y, found.Dx(), found.Dy()}, Sure: true}}, nil
}

func fakeRecognisers() media.Recognisers { return media.Recognisers{Faces: fakeFaces{}} }

// fakeSights finds something in a picture with a face.
func fakeSights(d bedside.Draft, r *bedside.Result) {
	r.Complete = true
	for i, m := range d.Media {
		if m.Seen == nil {
			r.Complete = false
			if m.Path != "" {
				r.NotChecked = append(r.NotChecked, bedside.NotChecked{Code: "media", Part: bedside.PartMedia, Message: "It was not looked at."})
			}
			continue
		}
		r.NotChecked = append(r.NotChecked, m.Seen.NotChecked...)
		r.Complete = r.Complete && len(m.Seen.NotChecked) == 0
		for _, f := range m.Seen.Faces {
			r.Verdict = max(r.Verdict, bedside.Revise)
			r.Findings = append(r.Findings, bedside.Finding{
				ID: "face", Rule: "privacy.face", Topic: "patient_privacy", Severity: bedside.Revise, Message: "A face is seen", Why: "Whoever knows it knows who it is.",
				Remedy: bedside.Remedy{Text: "Cover it."}, Evidence: []bedside.Evidence{{Part: bedside.PartMedia, Index: i, Box: &f.Box}},
			})
		}
	}
}
