package media

import (
	"bytes"
	"strings"

	"bedside/media/metadata"
)

// item is a part of a picture file of boxes: the picture, a tile, a smaller picture, or a block of metadata.
type item struct {
	id      int64
	kind    string // hvc1, av01, grid, Exif, mime …
	content string // of what kind a mime item is
	extents []extent
	inside  bool // extents count within the box "idat"
}

// extent is a stretch of a file.
type extent struct{ at, length int64 }

// gallery is what the metadata box of a picture file says.
type gallery struct {
	items      []item
	index      map[int64]int // of items, by their ids
	primary    int64
	data       box // idat
	previews   int
	properties []property
	uses       map[int64][]int // properties of an item, counted from 1
}

// property of a picture: its size, or how it is turned.
type property struct {
	kind string
	data []byte
}

// maxItems is how many parts of a picture file are read: a picture of 50 million pixels has 200 tiles.
const maxItems = 5000

// readGallery reads the box of metadata that a picture file begins with.
func readGallery(w *boxes) *gallery {
	g := &gallery{index: map[int64]int{}, uses: map[int64][]int{}}
	w.each("", 0, w.f.Size(), 0, func(b box) bool {
		switch b.path {
		case "meta", "meta/iprp", "meta/iprp/ipco", "meta/iinf", "meta/iref":
			if b.kind == "iinf" {
				g.names(w, b)
			}
			return b.kind != "iinf"
		case "meta/pitm":
			n := &numbers{b: w.read(b)}
			g.primary = n.uint(2 + 2*min(1, int(n.uint(4)>>24)))
		case "meta/iloc":
			g.places(&numbers{b: w.read(b)})
		case "meta/idat":
			g.data = b
		case "meta/iprp/ipma":
			g.associations(&numbers{b: w.read(b)})
		case "meta/iref/thmb":
			g.previews++
		default:
			if strings.HasPrefix(b.path, "meta/iprp/ipco/") && len(g.properties) < maxItems {
				g.properties = append(g.properties, property{b.kind, w.readAt(b.data, min(b.end-b.data, 64))})
			}
		}
		return false
	})
	return g
}

// item finds an item, or makes it.
func (g *gallery) item(id int64) *item {
	if i, ok := g.index[id]; ok {
		return &g.items[i]
	}
	if len(g.items) >= maxItems {
		return &item{}
	}
	g.index[id] = len(g.items)
	g.items = append(g.items, item{id: id})
	return &g.items[len(g.items)-1]
}

// names reads what kinds the items are of.
func (g *gallery) names(w *boxes, b box) {
	n := &numbers{b: w.readAt(b.data, 8)}
	start := b.data + 6
	if n.uint(1) > 0 {
		start = b.data + 8
	}
	w.each("", start, b.end, 0, func(entry box) bool {
		n := &numbers{b: w.readAt(entry.data, min(entry.end-entry.data, 1024))}
		version := n.uint(1)
		n.take(3)
		if entry.kind != "infe" || version < 2 {
			return false
		}
		i := g.item(n.uint(2 + 2*int(version-2)&2))
		n.take(2)
		i.kind = string(n.take(4))
		_, content, _ := strings.Cut(string(n.b), "\x00") // behind the item's name
		i.content, _, _ = strings.Cut(content, "\x00")
		return false
	})
}

// places reads where the items lie.
func (g *gallery) places(n *numbers) {
	version := n.uint(1)
	n.take(3)
	sizes := n.uint(2)
	offset, length, base, index := int(sizes>>12), int(sizes>>8&15), int(sizes>>4&15), int(sizes&15)
	wide := 2
	if version == 2 {
		wide = 4
	}
	for count := n.uint(wide); count > 0 && !n.broken; count-- {
		i := g.item(n.uint(wide))
		if version > 0 {
			i.inside = n.uint(2)&15 == 1
		} else {
			index = 0
		}
		n.take(2)
		from := n.uint(base)
		for extents := n.uint(2); extents > 0 && !n.broken; extents-- {
			n.take(index)
			if e := (extent{from + n.uint(offset), n.uint(length)}); len(i.extents) < maxItems && !n.broken {
				i.extents = append(i.extents, e)
			}
		}
	}
}

// associations reads which properties an item has.
func (g *gallery) associations(n *numbers) {
	version := n.uint(1)
	n.take(2)
	flags := n.uint(1)
	wideID, wideIndex := 2, 1
	if version > 0 {
		wideID = 4
	}
	if flags&1 != 0 {
		wideIndex = 2
	}
	for count := n.uint(4); count > 0 && !n.broken; count-- {
		id := n.uint(wideID)
		for uses := n.uint(1); uses > 0 && !n.broken; uses-- {
			index := int(n.uint(wideIndex)) & (1<<(8*wideIndex-1) - 1)
			if len(g.uses) < maxItems && len(g.uses[id]) < 64 {
				g.uses[id] = append(g.uses[id], index)
			}
		}
	}
}

// size is how large people see the picture, turned as its properties say.
func (g *gallery) size() (width, height int) {
	for _, index := range g.uses[g.primary] {
		if index < 1 || index > len(g.properties) {
			continue
		}
		p := g.properties[index-1]
		switch n := (&numbers{b: p.data}); p.kind {
		case "ispe":
			n.take(4)
			width, height = int(n.uint(4)), int(n.uint(4))
		case "irot":
			if n.uint(1)&1 == 1 {
				width, height = height, width
			}
		}
	}
	return width, height
}

// telling are the items that hold metadata.
func (i item) telling() bool { return i.kind == "Exif" || i.kind == "mime" || i.kind == "uri " }

// stretches are where an item lies in the file.
func (g *gallery) stretches(i item, end int64) []extent {
	out := make([]extent, 0, len(i.extents))
	for _, e := range i.extents {
		if i.inside {
			e.at += g.data.data
		}
		if e.length == 0 && len(i.extents) == 1 {
			e.length = end - e.at
		}
		if e.at >= 0 && e.at < end {
			e.length = min(e.length, end-e.at)
			out = append(out, e)
		}
	}
	return out
}

// tell reads the items that hold metadata.
func (g *gallery) tell(w *boxes, c *metadata.Collector) {
	for range g.previews {
		c.Preview()
	}
	left := maxLeaf // bytes that are read, all together
	for _, i := range g.items {
		if !i.telling() {
			continue
		}
		if left <= 0 {
			w.whole = false
			return
		}
		var b []byte
		for _, e := range g.stretches(i, w.f.Size()) {
			b = append(b, w.readAt(e.at, min(e.length, int64(left-len(b))))...)
		}
		left -= len(b) + 64
		switch {
		case i.kind == "Exif":
			n := &numbers{b: b}
			n.take(int(min(n.uint(4), maxLeaf)))
			c.EXIF(n.b)
		case i.content == "application/rdf+xml":
			c.XMP(b)
		case len(bytes.Trim(b, "\x00")) == 0: // it was taken out
		default:
			c.Field("HEIF:" + strings.TrimSpace(i.kind))
		}
	}
}
