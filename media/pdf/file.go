package pdf

import (
	"bytes"
	"context"
	"slices"
	"strconv"
)

// file is one file: where its objects lie, found by reading it from end to end. Its own table of them is not needed, and often wrong.
type file struct {
	ctx     context.Context //nolint:containedctx // one call of Read
	b       []byte
	objects map[ref]any
	order   []ref // of objects, as they first stand in the file
	twice   bool  // an object was written again, so that an earlier version of the document is still there
	trailer dict
	key     *key
	left    int64 // bytes that may yet be unpacked
	whole   bool
	words   int // objects and parts of them that may yet be read
}

// Limits of what is read.
const (
	maxObjects  = 200_000
	maxUnpacked = 96 << 20
	maxStream   = 24 << 20
	maxWords    = 1_200_000
)

// open finds the objects of a file.
func open(ctx context.Context, b []byte) *file {
	f := &file{ctx: ctx, b: b, objects: map[ref]any{}, trailer: dict{}, left: maxUnpacked, whole: true, words: maxWords}
	for at := 0; at < len(b); {
		next := f.object(at)
		if next < 0 {
			break
		}
		at = next
		if len(f.objects) > maxObjects || f.words <= 0 || ctx.Err() != nil {
			f.whole = false
			break
		}
	}
	f.trailers()
	f.unlock()
	f.packed()
	return f
}

// object reads the next object from an offset on, and gives where to go on; -1 where there is none.
func (f *file) object(at int) int {
	i := bytes.Index(f.b[at:], []byte("obj"))
	if i < 0 {
		return -1
	}
	at += i
	id, ok := numberBefore(f.b, at)
	if !ok {
		return at + 3
	}
	p := &parser{b: f.b, at: at + 3, left: f.words}
	o, ok := p.next(0)
	f.words = p.left
	if !ok {
		return at + 3
	}
	if d, isDict := o.(dict); isDict {
		if p.skip(); p.ahead("stream") {
			p.at += len("stream")
			raw, end := f.stream(d, p.at)
			o, p.at = stream{d, raw, id}, end
		}
	}
	f.put(id, o)
	return max(p.at, at+3)
}

func (f *file) put(id ref, o any) {
	if _, again := f.objects[id]; again {
		f.twice = true
	} else {
		f.order = append(f.order, id)
	}
	f.objects[id] = o
}

// numberBefore reads the number of an object, which stands before its generation and the word "obj".
func numberBefore(b []byte, at int) (ref, bool) {
	word := func() string {
		for at > 0 && blank(b[at-1]) {
			at--
		}
		end := at
		for at > 0 && b[at-1] >= '0' && b[at-1] <= '9' && end-at < 10 {
			at--
		}
		return string(b[at:end])
	}
	if _, err := strconv.Atoi(word()); err != nil {
		return 0, false
	}
	n, err := strconv.Atoi(word())
	return ref(n), err == nil
}

// stream gives the bytes of a stream: as many as it says, if its end is there; else all up to the next end.
func (f *file) stream(d dict, at int) (raw []byte, end int) {
	if bytes.HasPrefix(f.b[at:], []byte("\r\n")) {
		at += 2
	} else if at < len(f.b) && (f.b[at] == '\n' || f.b[at] == '\r') {
		at++
	}
	if n, ok := d["Length"].(float64); ok && n >= 0 && int64(n) <= int64(len(f.b)-at) {
		end := at + int(n)
		if bytes.HasPrefix(bytes.TrimLeft(f.b[end:min(len(f.b), end+16)], "\r\n \t"), []byte("endstream")) {
			return f.b[at:end], end
		}
	}
	i := bytes.Index(f.b[at:], []byte("endstream"))
	if i < 0 {
		f.whole = false
		return f.b[at:], len(f.b)
	}
	return bytes.TrimSuffix(bytes.TrimSuffix(f.b[at:at+i], []byte("\n")), []byte("\r")), at + i
}

// trailers reads where the document begins and what is said of it: of several, the last that says so is believed.
func (f *file) trailers() {
	for at := 0; ; {
		i := bytes.Index(f.b[at:], []byte("trailer"))
		if i < 0 {
			break
		}
		at += i + len("trailer")
		p := newParser(f.b)
		p.at = at
		if d, ok := first(p).(dict); ok {
			f.trail(d)
		}
	}
	for _, id := range f.order {
		if s, ok := f.objects[id].(stream); ok && s.dict["Type"] == name("XRef") {
			f.trail(s.dict)
		}
	}
	if f.trailer["Root"] == nil {
		for _, id := range f.order {
			if d, ok := f.objects[id].(dict); ok && d["Type"] == name("Catalog") {
				f.trailer["Root"] = id
			}
		}
	}
}

func first(p *parser) any {
	o, _ := p.next(0)
	return o
}

func (f *file) trail(d dict) {
	for _, key := range []name{"Root", "Info", "Encrypt", "ID"} {
		if d[key] != nil {
			f.trailer[key] = d[key]
		}
	}
}

// packed reads the objects that lie in streams of objects.
func (f *file) packed() {
	for _, id := range slices.Clone(f.order) {
		s, ok := f.objects[id].(stream)
		if !ok || s.dict["Type"] != name("ObjStm") {
			continue
		}
		b := f.unpack(s)
		p := &parser{b: b, left: f.words}
		start := int(f.number(s.dict["First"]))
		for range int(f.number(s.dict["N"])) {
			n, ok1 := first(p).(float64)
			offset, ok2 := first(p).(float64)
			if p.left <= 0 || !ok1 || !ok2 || start < 0 || offset < 0 || start+int(offset) > len(b) || len(f.objects) > maxObjects {
				break
			}
			inner := &parser{b: b, at: start + int(offset), left: p.left}
			f.put(ref(n), first(inner))
			p.left = inner.left
		}
		f.words = p.left
	}
}

// resolve follows references.
func (f *file) resolve(o any) any {
	for range 8 {
		r, ok := o.(ref)
		if !ok {
			return o
		}
		o = f.objects[r]
	}
	return nil
}

func (f *file) dict(o any) dict {
	switch o := f.resolve(o).(type) {
	case dict:
		return o
	case stream:
		return o.dict
	}
	return nil
}

func (f *file) array(o any) array {
	a, _ := f.resolve(o).(array)
	return a
}

func (f *file) number(o any) float64 {
	n, _ := f.resolve(o).(float64)
	return n
}

func (f *file) name(o any) name {
	n, _ := f.resolve(o).(name)
	return n
}
