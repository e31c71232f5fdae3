package media

import (
	"bytes"
	"context"
	"encoding/binary"
	"io"
)

// Strip writes a copy of a picture or a video without metadata and with the very same pixels: what is known to be needed to show it
// is kept, and all else is left out. Only the way that the picture is turned stays. A type that cannot be stripped gives an error
// with the code unavailable; what is damaged, invalid, because nobody knows what else is in it.
func Strip(ctx context.Context, w io.Writer, f File) error {
	kind := TypeOf(f)
	switch kind {
	case MP4, MOV, HEIC, AVIF:
		return stripBoxes(ctx, w, f)
	}
	strip := map[string]func(b []byte, orientation int) ([]byte, bool){JPEG: stripJPEG, PNG: stripPNG, WebP: stripWebP, GIF: stripGIF}[kind]
	if strip == nil {
		return unsupported("Metadata cannot be taken out of a file of this type. A screenshot of it has none.")
	}
	b, err := whole(ctx, f)
	if err != nil {
		return err
	}
	out, ok := strip(b, collect(kind, b).Orientation())
	if !ok {
		return damaged("picture")
	}
	_, err = w.Write(out)
	return err
}

// stripJPEG keeps tables, frames and scans, and of the segments of applications those that say how colours are meant.
func stripJPEG(b []byte, orientation int) ([]byte, bool) {
	segments, _, _ := jpegSegments(b)
	if f := frameOf(segments); f.scans == 0 || f.width == 0 { // that its last mark is missing is no harm
		return nil, false
	}
	out := []byte{0xff, markerSOI}
	if len(segments) > 0 && segments[0].marker == markerAPP0 && keptSegment(segments[0]) {
		out = append(out, jfif(segments[0])...)
		segments = segments[1:]
	}
	if orientation > 1 {
		out = append(out, segmentOf(0xe1, append([]byte("Exif\x00\x00"), orientationTag(orientation)...))...)
	}
	for _, s := range segments {
		if keptSegment(s) {
			out = append(out, s.whole...)
		}
	}
	return append(out, 0xff, markerEOI), true
}

// keptSegment lets stay what is needed to show a picture: of applications' segments JFIF, a profile of colours and Adobe's transform.
func keptSegment(s segment) bool {
	switch s.marker {
	case markerAPP0:
		return bytes.HasPrefix(s.data, []byte("JFIF\x00"))
	case 0xe2:
		return bytes.HasPrefix(s.data, []byte("ICC_PROFILE\x00"))
	case 0xee:
		return bytes.HasPrefix(s.data, []byte("Adobe")) && len(s.data) == 12
	}
	return s.marker < 0xe0 && s.marker >= 0xc0
}

// jfif is the header of a JPEG file without the smaller picture that it may hold.
func jfif(s segment) []byte {
	if len(s.data) < 14 {
		return s.whole
	}
	return segmentOf(markerAPP0, append(bytes.Clone(s.data[:12]), 0, 0))
}

func segmentOf(marker byte, data []byte) []byte {
	out := binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(len(data)+2)) //nolint:gosec // of our own making
	return append(out, data...)
}

// orientationTag is a block of EXIF with nothing but the way that the picture is turned.
func orientationTag(orientation int) []byte {
	return append([]byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"), byte(orientation), 0, 0, 0, 0, 0, 0) //nolint:gosec // 1 to 8
}

func stripPNG(b []byte, orientation int) ([]byte, bool) {
	chunks, _, ok := pngChunks(b)
	if !ok {
		return nil, false
	}
	out := []byte(pngMagic)
	for i, c := range chunks {
		switch c.name {
		case "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT":
			out = append(out, c.whole...)
		}
		if i == 0 && orientation > 1 {
			out = append(out, pngChunk("eXIf", orientationTag(orientation))...)
		}
	}
	return out, true
}

// keptWebP lets stay what shows a picture.
func keptWebP(name string) bool {
	switch name {
	case "VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP":
		return true
	}
	return false
}

func stripWebP(b []byte, orientation int) ([]byte, bool) {
	chunks, _, ok := riffChunks(b)
	if !ok || len(chunks) == 0 {
		return nil, false
	}
	out := []byte("WEBP")
	turned := orientation > 1 && chunks[0].name == "VP8X"
	for _, c := range chunks {
		switch {
		case c.name == "VP8X" && len(c.data) > 0:
			header := bytes.Clone(c.whole)
			if header[8] &^= webpXMP | webpEXIF; turned {
				header[8] |= webpEXIF
			}
			out = append(out, header...)
		case c.name == "ANMF":
			out = append(out, stripFrame(c)...)
		case keptWebP(c.name):
			out = append(out, c.whole...)
		}
	}
	if turned {
		out = append(out, riffChunk("EXIF", orientationTag(orientation))...)
	}
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(out))), out...), true //nolint:gosec // smaller than the file
}

// stripFrame leaves out of a frame of an animation what is none of its picture.
func stripFrame(c chunk) []byte {
	if len(c.data) < 16 {
		return nil
	}
	data := bytes.Clone(c.data[:16])
	inner, _, _ := riffChunks(append(append([]byte("RIFF\xff\xff\xff\xff"), "WEBP"...), c.data[16:]...))
	for _, i := range inner {
		if keptWebP(i.name) {
			data = append(data, i.whole...)
		}
	}
	return riffChunk("ANMF", data)
}

func riffChunk(name string, data []byte) []byte {
	out := binary.LittleEndian.AppendUint32([]byte(name), uint32(len(data))) //nolint:gosec // within the file
	if out = append(out, data...); len(data)%2 == 1 {
		out = append(out, 0)
	}
	return out
}

// stripGIF keeps frames, what becomes of them, and how often an animation is shown.
func stripGIF(b []byte, _ int) ([]byte, bool) {
	header, blocks, _, ok := gifBlocks(b)
	if !ok {
		return nil, false
	}
	out := bytes.Clone(header)
	for _, g := range blocks {
		if g.kind == ',' || g.label == 0xf9 || g.animates() {
			out = append(out, g.whole...)
		}
	}
	return append(out, ';'), true
}
