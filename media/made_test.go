package media_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"
)

// What the tests look at is made here: pictures, and blocks of metadata.

// scene is a picture of which every corner differs, so that a turn shows.
func scene(width, height int) *image.RGBA {
	p := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.RGBA{uint8(255 * x / width), uint8(255 * y / height), 40, 255}
			if x < width/4 && y < height/4 {
				c = color.RGBA{255, 255, 255, 255}
			}
			p.SetRGBA(x, y, c)
		}
	}
	return p
}

func jpegOf(tb testing.TB, p image.Image) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, p, &jpeg.Options{Quality: 95}); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(tb testing.TB, p image.Image) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, p); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func gifOf(tb testing.TB, frames ...image.Image) []byte {
	tb.Helper()
	g := &gif.GIF{}
	for _, f := range frames {
		p := image.NewPaletted(f.Bounds(), color.Palette{color.Black, color.White, color.RGBA{255, 0, 0, 255}, color.RGBA{0, 0, 255, 255}})
		for y := range f.Bounds().Dy() {
			for x := range f.Bounds().Dx() {
				p.Set(x, y, f.At(x, y))
			}
		}
		g.Image, g.Delay = append(g.Image, p), append(g.Delay, 5)
	}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, g); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// exifField is a field of a directory: a tag, a type, how many values, and their bytes, big-endian.
type exifField struct {
	tag, kind uint16
	count     uint32
	value     []byte
}

func ascii(tag uint16, text string) exifField {
	return exifField{tag, 2, uint32(len(text) + 1), append([]byte(text), 0)}
}

func short(tag, n uint16) exifField {
	return exifField{tag, 3, 1, binary.BigEndian.AppendUint16(nil, n)}
}

func rationals(tag uint16, parts ...uint32) exifField {
	var b []byte
	for _, p := range parts {
		b = binary.BigEndian.AppendUint32(b, p)
	}
	return exifField{tag, 5, uint32(len(parts) / 2), b}
}

// exifOf makes a block of EXIF of three directories: the picture's own, that of EXIF, and that of the place.
func exifOf(picture, exif, place []exifField) []byte {
	picture = append(picture, exifField{tag: 0x8769, kind: 4, count: 1}, exifField{tag: 0x8825, kind: 4, count: 1})
	at := uint32(8)
	first := directorySize(picture)
	second := directorySize(exif)
	picture[len(picture)-2].value = binary.BigEndian.AppendUint32(nil, at+first)
	picture[len(picture)-1].value = binary.BigEndian.AppendUint32(nil, at+first+second)
	b := []byte("MM\x00*\x00\x00\x00\x08")
	b = append(b, directory(picture, at)...)
	b = append(b, directory(exif, at+first)...)
	return append(b, directory(place, at+first+second)...)
}

func directorySize(fields []exifField) uint32 {
	n := uint32(2 + 12*len(fields) + 4)
	for _, f := range fields {
		if len(f.value) > 4 {
			n += uint32(len(f.value))
		}
	}
	return n
}

func directory(fields []exifField, at uint32) []byte {
	b := binary.BigEndian.AppendUint16(nil, uint16(len(fields)))
	behind := at + uint32(2+12*len(fields)+4)
	var values []byte
	for _, f := range fields {
		b = binary.BigEndian.AppendUint16(b, f.tag)
		b = binary.BigEndian.AppendUint16(b, f.kind)
		b = binary.BigEndian.AppendUint32(b, f.count)
		if len(f.value) <= 4 {
			b = append(b, append(bytes.Clone(f.value), 0, 0, 0, 0)[:4]...)
			continue
		}
		b = binary.BigEndian.AppendUint32(b, behind+uint32(len(values)))
		values = append(values, f.value...)
	}
	return append(append(b, 0, 0, 0, 0), values...)
}

// telling is a block that tells all: who, when, where and with what.
func telling(orientation uint16) []byte {
	return exifOf(
		[]exifField{
			ascii(0x010e, "Mr Okonjo, bed 4"), ascii(0x010f, "Acme"), ascii(0x0110, "Acme Nine"), short(0x0112, orientation),
			ascii(0x0132, "2024:03:13 08:00:00"), ascii(0x013b, "Ines Okafor"),
		},
		[]exifField{ascii(0x9003, "2024:03:12 21:14:05"), {0x927c, 7, 8, []byte("makernot")}, ascii(0xa431, "SN-0099")},
		[]exifField{ascii(1, "N"), rationals(2, 39, 1, 17, 1, 4750, 100), ascii(3, "W"), rationals(4, 76, 1, 35, 1, 30, 1)},
	)
}

// withSegments puts segments behind the beginning of a JPEG file.
func withSegments(b []byte, segments ...[]byte) []byte {
	out := bytes.Clone(b[:2])
	for _, s := range segments {
		out = append(out, s...)
	}
	return append(out, b[2:]...)
}

func segment(marker byte, data []byte) []byte {
	return append(binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(len(data)+2)), data...)
}

func exifSegment(block []byte) []byte {
	return segment(0xe1, append([]byte("Exif\x00\x00"), block...))
}

// withChunks puts chunks behind the header of a PNG file.
func withChunks(b []byte, chunks ...[]byte) []byte {
	out := bytes.Clone(b[:33])
	for _, c := range chunks {
		out = append(out, c...)
	}
	return append(out, b[33:]...)
}

func pngChunk(name string, data []byte) []byte {
	out := append(binary.BigEndian.AppendUint32(nil, uint32(len(data))), name...)
	out = append(out, data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// whitePNG is a white picture of one bit a pixel: of many pixels, and few bytes.
func whitePNG(tb testing.TB, width, height uint32) []byte {
	tb.Helper()
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	row := append([]byte{0}, bytes.Repeat([]byte{0xff}, int(width+7)/8)...)
	for range height {
		if _, err := w.Write(row); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	header := append(binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height), 1, 0, 0, 0, 0)
	return bytes.Join([][]byte{[]byte("\x89PNG\r\n\x1a\n"), pngChunk("IHDR", header), pngChunk("IDAT", packed.Bytes()), pngChunk("IEND", nil)}, nil)
}
