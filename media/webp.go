package media

import (
	"bytes"
	"encoding/binary"

	"bedside/media/metadata"
)

// riffChunks takes a WebP file apart, up to the end that its header states. It is false where a chunk breaks off.
func riffChunks(b []byte) (chunks []chunk, behind []byte, ok bool) {
	if len(b) < 12 || string(b[:4]) != "RIFF" || string(b[8:12]) != "WEBP" {
		return nil, nil, false
	}
	size := int64(binary.LittleEndian.Uint32(b[4:])) + 8
	if size > int64(len(b)) {
		size, ok = int64(len(b)), false
	} else {
		ok = true
	}
	behind = b[size:]
	for rest := b[12:size]; len(rest) > 0; {
		if len(rest) < 8 {
			return chunks, behind, false
		}
		length := int64(binary.LittleEndian.Uint32(rest[4:]))
		if length+8 > int64(len(rest)) {
			return chunks, behind, false
		}
		padded := min(int64(len(rest)), 8+(length+1)&^1)
		chunks = append(chunks, chunk{string(rest[:4]), rest[8 : 8+length], rest[:padded]})
		rest = rest[padded:]
	}
	return chunks, behind, ok
}

// webpMetadata reads what the chunks of a WebP file tell.
func webpMetadata(b []byte, c *metadata.Collector) {
	chunks, behind, _ := riffChunks(b)
	for _, p := range chunks {
		switch {
		case p.name == "EXIF":
			c.EXIF(p.data)
		case p.name == "XMP ":
			c.XMP(p.data)
		case !keptWebP(p.name):
			c.Field("WebP:" + p.name)
		}
	}
	if len(bytes.Trim(behind, "\x00")) > 0 {
		c.Field("WebP:Trailer")
	}
}

// Flags of the header of extended files.
const (
	webpAnimated = 0x02
	webpXMP      = 0x04
	webpEXIF     = 0x08
)

// webpStill gives the file to decode: of an animation its first frame, by itself.
func webpStill(b []byte) (still []byte, animated bool) {
	chunks, _, _ := riffChunks(b)
	for _, p := range chunks {
		if p.name == "ANMF" && len(p.data) > 16 {
			return webpFrame(p.data), true
		}
	}
	return b, false
}

// webpFrame makes a file of one frame of an animation.
func webpFrame(frame []byte) []byte {
	body := []byte("WEBP")
	inner := frame[16:]
	if bytes.HasPrefix(inner, []byte("ALPH")) { // a mask needs the header of extended files, with the size of the frame
		header := make([]byte, 18)
		copy(header, "VP8X\x0a\x00\x00\x00\x10")
		copy(header[12:], frame[6:12])
		body = append(body, header...)
	}
	body = append(body, inner...)
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body))), body...) //nolint:gosec // within the file
}
