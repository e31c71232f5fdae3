package media

import (
	"bytes"
	"encoding/binary"
	"image"

	"bedside/media/metadata"
)

// gifBlock is a part of a GIF file: an extension or a frame, each with all that belongs to it.
type gifBlock struct {
	kind  byte   // '!' an extension, ',' a frame
	label byte   // of an extension
	whole []byte // as it stands in the file
	area  image.Rectangle
}

// gifBlocks takes a GIF file apart: its header with the colours of all frames, its blocks, and what stands behind its end. It is
// false where a block breaks off; what stands before is given.
func gifBlocks(b []byte) (header []byte, blocks []gifBlock, behind []byte, ok bool) {
	if len(b) < 13 {
		return nil, nil, nil, false
	}
	at := 13 + colours(b[10])
	if at > len(b) {
		return nil, nil, nil, false
	}
	header = b[:at]
	for at < len(b) {
		start := at
		switch b[at] {
		case ';':
			return header, blocks, b[at+1:], true
		case '!':
			if at+2 > len(b) {
				return header, blocks, nil, false
			}
			at = subBlocks(b, at+2)
		case ',':
			if at+11 > len(b) {
				return header, blocks, nil, false
			}
			at = subBlocks(b, at+10+colours(b[at+9])+1)
		default:
			return header, blocks, nil, false
		}
		if at < 0 {
			return header, blocks, nil, false
		}
		blocks = append(blocks, gifBlockOf(b[start:at]))
	}
	return header, blocks, nil, false
}

func gifBlockOf(whole []byte) gifBlock {
	block := gifBlock{kind: whole[0], whole: whole}
	if block.kind == '!' {
		block.label = whole[1]
		return block
	}
	u := binary.LittleEndian.Uint16
	x, y := int(u(whole[1:])), int(u(whole[3:]))
	block.area = image.Rect(x, y, x+int(u(whole[5:])), y+int(u(whole[7:])))
	return block
}

// colours is how many bytes a table of colours has, by its flags.
func colours(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// subBlocks finds the end of a row of blocks that each begin with their length; -1 where there is none.
func subBlocks(b []byte, at int) int {
	for at < len(b) {
		n := int(b[at])
		if at += 1 + n; n == 0 {
			return at
		}
	}
	return -1
}

// words joins the data of an extension's blocks.
func (g gifBlock) words() string {
	var out []byte
	for b := g.whole[2:]; len(b) > 1 && b[0] > 0 && int(b[0]) < len(b); b = b[1+int(b[0]):] {
		out = append(out, b[1:1+int(b[0])]...)
	}
	return string(out)
}

// animates reports whether an extension says how often a picture is shown: the only one of applications that is kept.
func (g gifBlock) animates() bool {
	return g.label == 0xff && len(g.whole) == 19 && bytes.HasPrefix(g.whole[3:], []byte("NETSCAPE2.0"))
}

// gifMetadata reads what the extensions of a GIF file tell.
func gifMetadata(b []byte, c *metadata.Collector) {
	_, blocks, behind, _ := gifBlocks(b)
	for _, g := range blocks {
		switch {
		case g.kind == '!' && g.label == 0xfe:
			c.Words("GIF:Comment", g.words())
		case g.kind == '!' && g.label == 0x01:
			c.Field("GIF:PlainText")
		case g.kind == '!' && g.label == 0xff && bytes.HasPrefix(g.whole[3:], []byte("XMP DataXMP")):
			c.XMP(g.whole[14:])
		case g.kind == '!' && g.label == 0xff && !g.animates():
			c.Field("GIF:Application")
		}
	}
	if len(bytes.Trim(behind, "\x00")) > 0 {
		c.Field("GIF:Trailer")
	}
}
