package media

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/hex"
	"hash/crc32"
	"io"
	"strings"

	"bedside/media/metadata"
)

const pngMagic = "\x89PNG\r\n\x1a\n"

// chunk is a part of a PNG or a WebP file: a name of four letters, and data.
type chunk struct {
	name  string
	data  []byte
	whole []byte // as it stands in the file
}

// pngChunks takes a PNG file apart, up to its end. It is false where a chunk breaks off.
func pngChunks(b []byte) (chunks []chunk, behind []byte, ok bool) {
	rest, ok := bytes.CutPrefix(b, []byte(pngMagic))
	for ok && len(rest) >= 12 {
		length := int64(binary.BigEndian.Uint32(rest))
		if length+12 > int64(len(rest)) {
			return chunks, nil, false
		}
		c := chunk{string(rest[4:8]), rest[8 : 8+length], rest[:length+12]}
		chunks, rest = append(chunks, c), rest[length+12:]
		if c.name == "IEND" {
			return chunks, rest, true
		}
	}
	return chunks, nil, false
}

// pngMetadata reads what the chunks of a PNG file tell.
func pngMetadata(b []byte, c *metadata.Collector) {
	chunks, behind, _ := pngChunks(b)
	for _, p := range chunks {
		switch p.name {
		case "tEXt", "zTXt", "iTXt":
			if keyword, value, ok := pngText(p); ok {
				pngWords(c, keyword, value)
			}
		case "eXIf", "zxIf":
			c.EXIF(p.data)
		case "tIME":
			if len(p.data) == 7 {
				c.Time("PNG:tIME", pngTime(p.data), metadata.Modified)
			}
		case "caBX":
			c.Field("PNG:caBX")
		}
	}
	if len(bytes.Trim(behind, "\x00")) > 0 {
		c.Field("PNG:Trailer")
	}
}

// maxText is how much of a packed text is unpacked.
const maxText = 4 << 20

// pngText reads the three kinds of text: plain, packed, and with a language.
func pngText(p chunk) (keyword, value string, ok bool) {
	keyword, value, ok = strings.Cut(string(p.data), "\x00")
	if !ok || p.name == "tEXt" {
		return keyword, value, ok
	}
	packed := true
	if p.name == "iTXt" {
		if len(value) < 2 {
			return "", "", false
		}
		packed = value[0] == 1
		_, value, _ = strings.Cut(value[2:], "\x00")        // language
		if _, value, ok = strings.Cut(value, "\x00"); !ok { // keyword in that language
			return "", "", false
		}
	} else {
		value = strings.TrimPrefix(value, "\x00")
	}
	if packed {
		value = string(inflate([]byte(value), maxText))
	}
	return keyword, value, true
}

// inflate unpacks as much as may be.
func inflate(b []byte, most int64) []byte {
	z, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil
	}
	out, _ := io.ReadAll(io.LimitReader(z, most)) // what breaks off tells what stands before
	return out
}

func pngWords(c *metadata.Collector, keyword, value string) {
	field := "PNG:" + strings.ReplaceAll(keyword, " ", "")
	switch keyword {
	case "XML:com.adobe.xmp":
		c.XMP([]byte(value))
	case "Raw profile type exif", "Raw profile type APP1":
		rawProfile(value, func(b []byte) { c.EXIF(b); c.XMP(bytes.TrimPrefix(b, []byte(xmpHeader))) })
	case "Raw profile type xmp":
		rawProfile(value, c.XMP)
	case "Raw profile type iptc", "Raw profile type 8bim":
		rawProfile(value, func(b []byte) { c.Photoshop(b); c.IPTC(b) })
	case "Author", "Copyright", "Artist":
		c.Owner(field, value)
	case "Creation Time", "create-date", "date:create":
		c.Time(field, value, metadata.Created)
	case "date:modify", "modify-date", "date:timestamp":
		c.Time(field, value, metadata.Modified)
	case "Software":
		c.Field(field)
	case "Source":
		c.Device(field, value)
	default:
		c.Words(field, value)
	}
}

// rawProfile reads a block that ImageMagick wrote as a name, a length and hexadecimal digits.
func rawProfile(value string, read func([]byte)) {
	parts := strings.SplitN(strings.TrimLeft(value, "\n "), "\n", 3)
	if len(parts) < 3 {
		return
	}
	digits := strings.Map(func(r rune) rune {
		if r == '\n' || r == ' ' {
			return -1
		}
		return r
	}, parts[2])
	if b, err := hex.DecodeString(digits); err == nil {
		read(b)
	}
}

func pngTime(b []byte) string {
	two := func(n byte) string { return string([]byte{'0' + n/10%10, '0' + n%10}) }
	year := binary.BigEndian.Uint16(b)
	return two(byte(year/100)) + two(byte(year%100)) + ":" + two(b[2]) + ":" + two(b[3]) + " " + two(b[4]) + ":" + two(b[5]) + ":" + two(b[6])
}

// pngChunk writes a chunk.
func pngChunk(name string, data []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data))) //nolint:gosec // a few bytes
	out = append(append(out, name...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// pngCost is the memory that decoding takes: bytes of a pixel, and the half again where rows come in seven passes.
func pngCost(b []byte) (int64, error) {
	chunks, _, _ := pngChunks(b)
	if len(chunks) == 0 || chunks[0].name != "IHDR" || len(chunks[0].data) < 13 {
		return 0, damaged("picture")
	}
	h := chunks[0].data
	bytesPerPixel := int64(4)
	switch depth, colour := h[8], h[9]; {
	case depth == 16:
		bytesPerPixel = 8
	case colour == 0 && !has(chunks, "tRNS") || colour == 3:
		bytesPerPixel = 1
	}
	if h[12] != 0 {
		bytesPerPixel *= 2
	}
	return bytesPerPixel * int64(binary.BigEndian.Uint32(h)) * int64(binary.BigEndian.Uint32(h[4:])), nil
}

func has(chunks []chunk, name string) bool {
	for _, c := range chunks {
		if c.name == name {
			return true
		}
	}
	return false
}
