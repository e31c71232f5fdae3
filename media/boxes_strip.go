package media

import (
	"context"
	"io"
	"strings"
)

// stripBoxes writes a copy of a video or of a picture of boxes without metadata, of the same length: what is not known to be needed
// becomes an empty box, times become zero, and what metadata points at is overwritten.
func stripBoxes(ctx context.Context, w io.Writer, f File) error {
	walk := newBoxes(f)
	s := &emptying{w: walk}
	walk.each("", 0, f.Size(), 0, s.visit)
	if walk.left < 0 || len(s.kept) == 0 {
		return damaged("file")
	}
	if end := s.end; end < f.Size() {
		s.zero(end, f.Size()) // what stands behind the last box
	}
	s.tracks()
	if s.picture {
		s.items()
	}
	if s.crossed {
		return damaged("file")
	}
	return patched(ctx, w, f, s.patches)
}

// emptying gathers what is to be overwritten.
type emptying struct {
	w       *boxes
	patches []patch
	kept    []string
	end     int64 // of the last box of the file itself
	picture bool  // its box of metadata says where the picture lies
	track   *track
	all     []*track
	needed  []extent // what the file is opened by, in order
	crossed bool     // metadata is said to lie in that
}

func (s *emptying) zero(at, end int64) { s.patches = append(s.patches, patch{at: at, end: end}) }

// empty makes a box one that everybody skips.
func (s *emptying) empty(b box) {
	s.patches = append(s.patches, patch{b.at + 4, b.at + 8, []byte("free")})
	s.zero(b.data, b.end)
}

func (s *emptying) visit(b box) bool {
	if !strings.Contains(b.path, "/") {
		s.end = b.end
	}
	if b.path == "meta" && s.isGallery(b) {
		s.picture = true
		s.kept = append(s.kept, b.path)
		s.needGallery(b)
		return false
	}
	if !neededBox(b.path) {
		s.empty(b)
		return false
	}
	s.kept = append(s.kept, b.path)
	s.need(b)
	switch b.kind {
	case "trak":
		s.track = &track{box: b}
		s.all = append(s.all, s.track)
	case "mvhd", "tkhd", "mdhd":
		s.untimed(b)
	case "hdlr":
		s.handler(b)
	case "stsc", "stsz", "stco", "co64", "stz2":
		s.track.tables = append(s.track.tables, b)
	}
	return holdsBoxes(b.kind)
}

// isGallery tells the box of metadata that a picture needs from one of words.
func (s *emptying) isGallery(b box) bool {
	found := false
	s.w.each("meta/", s.w.inner(b), b.end, maxBoxDepth, func(inner box) bool {
		found = found || inner.kind == "iloc" || inner.kind == "pitm"
		return false
	})
	return found
}

// neededBox lets stay what a video needs to be shown.
func neededBox(path string) bool {
	folder, kind := "", path
	if at := strings.LastIndexByte(path, '/'); at >= 0 {
		folder, kind = path[:at], path[at+1:]
	}
	needed := ""
	switch folder {
	case "":
		needed = "ftyp styp sidx ssix moov moof mdat mfra wide"
	case "moov":
		needed = "mvhd trak mvex iods pssh"
	case "moov/trak":
		needed = "tkhd tref edts mdia load clip matt tapt trgr"
	case "moov/trak/mdia":
		needed = "mdhd hdlr minf elng"
	case "moov/trak/mdia/minf":
		needed = "vmhd smhd hmhd nmhd sthd gmhd dinf stbl hdlr"
	case "moov/trak/mdia/minf/stbl":
		needed = "stsd stts ctts cslg stsc stsz stz2 stco co64 stss stsh padb stdp sdtp sbgp sgpd subs saiz saio stps"
	}
	return kind != "" && len(kind) == 4 && strings.Contains(" "+needed+" ", " "+kind+" ")
}

// untimed takes out when a video was made.
func (s *emptying) untimed(b box) {
	wide := int64(4)
	if v := s.w.readAt(b.data, 1); len(v) == 1 && v[0] == 1 {
		wide = 8
	}
	s.zero(b.data+4, min(b.end, b.data+4+2*wide))
}

// handler takes out the name that a program gave to a track, and notes what the track is.
func (s *emptying) handler(b box) {
	if d := s.w.readAt(b.data, 12); len(d) == 12 && b.path == "moov/trak/mdia/hdlr" {
		s.track.telling = tellingTrack(string(d[8:]))
	}
	s.zero(min(b.end, b.data+12), min(b.end, b.data+24))
	s.zero(min(b.end, b.data+24), b.end)
}

// tracks empties those of metadata, and what they point at.
func (s *emptying) tracks() {
	for _, t := range s.all {
		if !t.telling {
			continue
		}
		for _, e := range t.chunks(s.w) {
			s.pointed(max(0, e.at), min(s.w.f.Size(), e.at+e.length))
		}
		s.empty(t.box)
	}
}

// items overwrites what a picture's metadata says.
func (s *emptying) items() {
	g := readGallery(s.w)
	for _, i := range g.items {
		if i.telling() {
			for _, e := range g.stretches(i, s.w.f.Size()) {
				s.pointed(e.at, e.at+e.length)
			}
		}
	}
}
