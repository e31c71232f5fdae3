package media

import (
	"bytes"
	"encoding/binary"
	"strings"
	"time"

	"bedside/media/metadata"
)

// movie reads what the boxes of a video tell, and how large people see it.
type movie struct {
	w             *boxes
	c             *metadata.Collector
	keys          []string // of the list that comes next
	width, height int
	shown         [2]int // how large the track is that is being read
	any           bool   // a header of a video was found
}

func readMovie(w *boxes, c *metadata.Collector) *movie {
	m := &movie{w: w, c: c}
	w.each("", 0, w.f.Size(), 0, m.visit)
	m.endTrack()
	return m
}

// visit reads one box, and goes into those that hold others.
func (m *movie) visit(b box) bool {
	switch b.kind {
	case "moov", "trak", "mdia", "udta", "meta", "ilst":
		if b.kind == "trak" {
			m.endTrack()
		}
		if b.kind == "meta" && b.path == "meta" {
			return false
		}
		return true
	case "mvhd", "mdhd":
		m.any = true
		m.times(b)
	case "tkhd":
		m.times(b)
		if b.path == "moov/trak/tkhd" { // one that lies elsewhere is of no track that is shown
			m.track(b)
		}
	case "hdlr":
		m.handler(b)
	case "keys":
		m.readKeys(b)
	case "uuid":
		m.uuid(b)
	case "XMP_":
		m.c.XMP(m.w.read(b))
	case "ftyp", "mdat", "free", "skip", "wide":
	default:
		switch {
		case strings.HasSuffix(b.path, "udta/"+b.kind):
			m.userData(b)
		case strings.HasSuffix(b.path, "ilst/"+b.kind):
			m.listed(b)
		}
	}
	return false
}

// epoch is from when on the times of boxes count.
func epoch() time.Time { return time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC) }

// times reads when something was made and changed.
func (m *movie) times(b box) {
	n := &numbers{b: m.w.readAt(b.data, 32)}
	wide := 4
	if n.uint(1) == 1 {
		wide = 8
	}
	n.take(3)
	made, changed := n.uint(wide), n.uint(wide)
	name := map[string]string{"mvhd": "", "tkhd": "Track", "mdhd": "Media"}[b.kind]
	m.time("QuickTime:"+name+"CreateDate", made, metadata.Created-len(name)/5)
	m.time("QuickTime:"+name+"ModifyDate", changed, metadata.Modified-len(name)/5)
}

func (m *movie) time(field string, seconds int64, rank int) {
	if seconds <= 0 || seconds > 1<<42 {
		return
	}
	if before := -epoch().Unix(); seconds > before { // what is less was written by a program that counts from 1970
		seconds -= before
	}
	m.c.Time(field, time.Unix(seconds, 0).UTC().Format("2006:01:02 15:04:05"), rank)
}

// track reads the size of a track, and whether it is shown lying on its side.
func (m *movie) track(b box) {
	d := m.w.read(b)
	if len(d) < 84 {
		return
	}
	if d[0] == 1 {
		if d = d[12:]; len(d) < 84 {
			return
		}
	}
	width, height := int(binary.BigEndian.Uint32(d[76:])>>16), int(binary.BigEndian.Uint32(d[80:])>>16)
	if binary.BigEndian.Uint32(d[40:]) == 0 && binary.BigEndian.Uint32(d[44:]) != 0 {
		width, height = height, width
	}
	m.shown = [2]int{width, height}
}

// endTrack takes the size of a track that is shown for that of the video, if it is the largest.
func (m *movie) endTrack() {
	if m.shown[0]*m.shown[1] > m.width*m.height {
		m.width, m.height = m.shown[0], m.shown[1]
	}
	m.shown = [2]int{}
}

// handler notes tracks that hold neither picture nor sound: places along the way, and the like.
func (m *movie) handler(b box) {
	if d := m.w.readAt(b.data, 12); len(d) == 12 && strings.Contains(b.path, "trak/mdia/") && tellingTrack(string(d[8:12])) {
		m.c.Field("QuickTime:MetadataTrack")
		m.shown = [2]int{}
	}
}

func tellingTrack(handler string) bool {
	switch handler {
	case "meta", "mdta", "camm", "gpmd", "data", "nrtm", "priv":
		return true
	}
	return false
}

// readKeys reads the names that the entries of a list go by.
func (m *movie) readKeys(b box) {
	n := &numbers{b: m.w.read(b)}
	n.take(4)
	m.keys = nil
	for count := n.uint(4); count > 0 && !n.broken && len(m.keys) < 500; count-- {
		length := n.uint(4)
		n.take(4)
		m.keys = append(m.keys, string(n.take(int(min(length, maxLeaf))-8)))
	}
}

// uuidXMP is the name of a box that holds XMP.
const uuidXMP = "\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac"

func (m *movie) uuid(b box) {
	d := m.w.read(b)
	if rest, ok := bytes.CutPrefix(d, []byte(uuidXMP)); ok {
		m.c.XMP(rest)
		return
	}
	m.c.Field("QuickTime:uuid")
	for _, at := range []string{"II*\x00", "MM\x00*"} { // Canon and others keep EXIF in boxes of their own
		if i := bytes.Index(d, []byte(at)); i >= 0 {
			m.c.EXIF(d[i:])
		}
	}
}

// userData reads an entry of the list that QuickTime began with: a length, a language and words; 3GPP has a language alone.
func (m *movie) userData(b box) {
	d := m.w.readAt(b.data, min(b.end-b.data, 64<<10))
	switch {
	case strings.HasPrefix(b.kind, "\xa9") && len(d) > 4:
		length := int(binary.BigEndian.Uint16(d))
		m.entry(b.kind, string(d[4:min(len(d), 4+length)]))
	case b.kind == "loci":
		m.loci(d)
	case len(d) > 6 && strings.Contains("titl dscp auth perf gnre cprt albm yrrc", b.kind):
		m.entry(b.kind, strings.TrimRight(string(d[6:]), "\x00"))
	case strings.Contains("hnti hinf tagc LOOP SelO AllF WLOC ptv ", b.kind):
	default:
		m.c.Field("QuickTime:" + plain(b.kind))
	}
}

// plain makes a name of a box fit for reading.
func plain(kind string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return '_'
		}
		return r
	}, strings.ReplaceAll(kind, "\xa9", "("))
}

// loci is how 3GPP writes a place: a name, and three fractions of 65,536.
func (m *movie) loci(d []byte) {
	n := &numbers{b: d}
	n.take(6)
	name, rest, _ := bytes.Cut(n.b, []byte{0})
	m.c.Words("QuickTime:LocationInformation", string(name))
	n = &numbers{b: rest}
	n.take(1)
	longitude, latitude := fixed(n.uint(4)), fixed(n.uint(4))
	if !n.broken {
		m.c.Fixed("QuickTime:LocationInformation", latitude, longitude)
	}
}

func fixed(v int64) int64 { return int64(int32(v)) } //nolint:gosec // the sign is in the upper bit

// listed reads an entry of a list: its name is a number of a key, or four letters; its value lies in a box of its own.
func (m *movie) listed(b box) {
	name := b.kind
	if index := int(binary.BigEndian.Uint32([]byte(b.kind))); index >= 1 && index <= len(m.keys) {
		name = m.keys[index-1]
	}
	m.w.each(b.path+"/", b.data, b.end, maxBoxDepth, func(inner box) bool {
		if d := m.w.readAt(inner.data, min(inner.end-inner.data, 64<<10)); inner.kind == "data" && len(d) > 8 && d[3] == 1 {
			m.entry(name, string(d[8:]))
		} else if inner.kind == "data" {
			m.c.Field("QuickTime:" + plain(name))
		}
		return false
	})
}

// entry notes what an entry says, by its name in any of the lists.
func (m *movie) entry(name, value string) {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "com.apple.quicktime."), "com.android.")
	field := "QuickTime:" + plain(name)
	switch name {
	case "\xa9xyz", "location.ISO6709":
		m.c.ISO6709(field, value)
	case "\xa9day", "creationdate":
		m.c.Time(field, value, metadata.Taken)
	case "\xa9mak", "make", "manufacturer":
		m.c.Field(field)
		m.c.Maker(value)
	case "\xa9mod", "model":
		m.c.Field(field)
		m.c.Model(value)
	case "\xa9ART", "\xa9aut", "\xa9dir", "\xa9prd", "\xa9cpy", "auth", "cprt", "perf", "author", "artist", "director", "copyright", "aART":
		m.c.Owner(field, value)
	case "\xa9nam", "\xa9cmt", "\xa9des", "\xa9inf", "\xa9key", "desc", "ldes", "titl", "dscp", "title", "comment", "description", "displayname", "keywords", "location.name", "information":
		m.c.Words(field, value)
	case "\xa9too", "\xa9enc", "gnre", "\xa9gen": // how it was encoded; of what kind it is
	default:
		m.c.Field(field)
	}
}
