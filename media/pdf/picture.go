package pdf

import (
	"bytes"
	"image"
	"image/color"
	"io"

	"golang.org/x/image/ccitt"
)

// Picture is a picture on a page: a file of its own (JPEG), or pixels. Neither is there where it is packed in a way that is not read.
type Picture struct {
	Page   int
	File   []byte
	Pixels image.Image
}

// maxPixels is how many pixels a picture may have that is made of rows of values.
const maxPixels = 40_000_000

// maxShown is how many pixels of all such pictures are unpacked, and maxMade how much memory one takes.
const (
	maxShown = 160_000_000
	maxMade  = 80 << 20
)

// picture hands out a picture, each once. Very small ones are ornaments.
func (r *reading) picture(page int, s stream) {
	if r.shown[s.of] && s.of != 0 {
		return
	}
	r.shown[s.of] = true
	width, height := int(r.f.number(s.dict["Width"])), int(r.f.number(s.dict["Height"]))
	if width < 16 || height < 16 || r.f.resolve(s.dict["ImageMask"]) == true && width*height < 10_000 {
		return
	}
	if r.pictures++; r.pictures > maxPictures || r.f.ctx.Err() != nil {
		r.f.whole = false
		return
	}
	if width > maxPixels/height || r.pixels+width*height > maxShown {
		r.look(Picture{Page: page})
		return
	}
	r.pixels += width * height
	r.look(r.f.picture(page, s, width, height))
}

func (f *file) picture(page int, s stream, width, height int) Picture {
	out := Picture{Page: page}
	b, packed := f.unpackTo(s)
	switch packed {
	case "DCTDecode", "DCT":
		out.File = b
	case "":
		out.Pixels = f.pixels(s.dict, b, width, height)
	case "CCITTFaxDecode", "CCF":
		out.Pixels = f.fax(s.dict, b, width, height)
	}
	return out
}

// pixels reads rows of values.
func (f *file) pixels(d dict, b []byte, width, height int) image.Image {
	space, table := f.space(d["ColorSpace"])
	bits := or(f.number(d["BitsPerComponent"]), 1)
	row := (width*space*bits + 7) / 8
	if bits > 8 || len(b) < row*height {
		return nil
	}
	inverted := bits == 1 && f.inverted(d)
	if space == 1 && table == nil {
		return greys(b, width, height, row, bits, inverted)
	}
	if width*height > maxMade/4 {
		return nil
	}
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		line := b[y*row : (y+1)*row]
		for x := range width {
			var v [4]byte
			for i := range space {
				v[i] = value(line, (x*space+i)*bits, bits, table == nil)
			}
			copy(out.Pix[y*out.Stride+4*x:], rgba(v, space, table))
		}
	}
	return out
}

// greys reads one value a pixel.
func greys(b []byte, width, height, row, bits int, inverted bool) image.Image {
	out := image.NewGray(image.Rect(0, 0, width, height))
	for y := range height {
		line := b[y*row : (y+1)*row]
		for x := range width {
			v := value(line, x*bits, bits, true)
			if inverted {
				v = 255 - v
			}
			out.Pix[y*out.Stride+x] = v
		}
	}
	return out
}

// value reads a value of some bits, spread over a byte where it is no index.
func value(line []byte, at, bits int, spread bool) byte {
	v := line[at/8] >> (8 - bits - at%8) & byte(1<<bits-1)
	if spread && bits < 8 {
		v = byte(int(v) * 255 / (1<<bits - 1))
	}
	return v
}

func rgba(v [4]byte, space int, table []byte) []byte {
	switch {
	case table != nil:
		if at := 3 * int(v[0]); at+3 <= len(table) {
			return []byte{table[at], table[at+1], table[at+2], 255}
		}
		return []byte{0, 0, 0, 255}
	case space == 3:
		return []byte{v[0], v[1], v[2], 255}
	case space == 4:
		r, g, b := color.CMYKToRGB(v[0], v[1], v[2], v[3])
		return []byte{r, g, b, 255}
	}
	return []byte{v[0], v[0], v[0], 255}
}

func (f *file) inverted(d dict) bool {
	decode := f.array(d["Decode"])
	return len(decode) == 2 && f.number(decode[0]) == 1
}

// space tells how many values a pixel has, and the table that they point into.
func (f *file) space(o any) (values int, table []byte) {
	switch o := f.resolve(o).(type) {
	case name:
		switch o {
		case "DeviceRGB", "RGB", "CalRGB":
			return 3, nil
		case "DeviceCMYK", "CMYK":
			return 4, nil
		}
	case array:
		if len(o) == 0 {
			return 1, nil
		}
		switch f.name(o[0]) {
		case "ICCBased":
			if len(o) > 1 {
				if n := int(f.number(f.dict(o[1])["N"])); n == 3 || n == 4 {
					return n, nil
				}
			}
		case "CalRGB", "Lab", "DeviceRGB":
			return 3, nil
		case "DeviceCMYK":
			return 4, nil
		case "Indexed", "I":
			if len(o) > 3 {
				return 1, f.colours(o[1], o[3])
			}
		}
	}
	return 1, nil
}

// colours reads a table of colours as red, green and blue.
func (f *file) colours(base, o any) []byte {
	values, _ := f.space(base)
	var b []byte
	switch o := f.resolve(o).(type) {
	case text:
		b = []byte(o)
	case stream:
		b = f.unpack(o)
	}
	out := make([]byte, 0, 768)
	for ; len(b) >= values && len(out) < 768; b = b[values:] {
		var v [4]byte
		copy(v[:], b[:values])
		out = append(out, rgba(v, values, nil)[:3]...)
	}
	return out
}

// fax reads a page as fax machines pack it, which is how many pages are scanned.
func (f *file) fax(d dict, b []byte, width, height int) image.Image {
	with := dict{}
	if list := f.list(d, "DecodeParms", "DP"); len(list) > 0 {
		with = f.dict(list[len(list)-1])
	}
	kind := ccitt.Group3
	if f.number(with["K"]) < 0 {
		kind = ccitt.Group4
	}
	if n := or(f.number(with["Columns"]), 1728); n != width {
		return nil
	}
	black, _ := f.resolve(with["BlackIs1"]).(bool)
	aligned, _ := f.resolve(with["EncodedByteAlign"]).(bool)
	r := ccitt.NewReader(bytes.NewReader(b), ccitt.MSB, kind, width, height, &ccitt.Options{Invert: black, Align: aligned})
	row := (width + 7) / 8
	rows, err := io.ReadAll(io.LimitReader(r, int64(row)*int64(height)))
	if err != nil && len(rows) == 0 {
		return nil
	}
	rows = append(rows, make([]byte, row*height-len(rows))...)
	return greys(rows, width, height, row, 1, false)
}
