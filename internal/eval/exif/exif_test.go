package exif_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bedside/internal/eval/exif"
)

// TestMeasure looks at one picture with a program in exiftool's place: what both read agrees, and what the copy is said to hold counts.
func TestMeasure(t *testing.T) {
	t.Parallel()
	folder, scratch := t.TempDir(), t.TempDir()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		t.Fatal(err)
	}
	xmp := `XML:com.adobe.xmp` + "\x00\x00\x00\x00\x00" + `<x exif:GPSLatitude="39,17.79N" exif:GPSLongitude="76,35.5W" xmp:CreateDate="2024-03-12T21:14:05"/>`
	chunk := append([]byte{0, 0, 0, byte(len(xmp))}, "iTXt"+xmp...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	file := append(append(append([]byte{}, b.Bytes()[:33]...), chunk...), b.Bytes()[33:]...)
	if err := os.WriteFile(filepath.Join(folder, "ward.png"), file, 0o600); err != nil {
		t.Fatal(err)
	}
	answer := func(_ context.Context, args ...string) ([]byte, error) {
		if strings.HasPrefix(args[len(args)-1], scratch) {
			return []byte(`[{"SourceFile":"copy","System:FileName":"copy","PNG:Author":"Ines Okafor","Track1:TrackCreateDate":"0000:00:00 00:00:00"}]`), nil
		}
		return []byte(`[{"SourceFile":"ward.png","Composite:GPSLatitude":39.2965,"Composite:GPSLongitude":-76.59166667,"XMP-xmp:CreateDate":"2024:03:12 21:14:05"}]`), nil
	}
	r, err := exif.Measure(t.Context(), answer, scratch, folder)
	if err != nil {
		t.Fatal(err)
	}
	if one := (exif.Share{Right: 1, All: 1}); r.Places != one || r.Dates != one || r.SamePixels != one || r.Stripped != 1 || r.Kept != 1 {
		t.Errorf("got %+v", r)
	}
	if len(r.Apart) != 1 || !strings.Contains(r.Apart[0], "PNG:Author") {
		t.Errorf("got %v, want one line that names PNG:Author", r.Apart)
	}
}
