package audit

import (
	"context"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"time"

	"bedside"
)

// Pictures says how the pictures of posts are looked at, and how many. The zero value looks at none.
type Pictures struct {
	// Look looks at one file of an archive. It must be safe for concurrent use.
	Look  func(ctx context.Context, fsys fs.FS, name string) (*bedside.Seen, error)
	Most  int           // files, the newest first
	Bytes int64         // of all of them together
	Time  time.Duration // for all of them together, from when posts are first checked
}

// gapMedia is the code of a picture that nobody looked at.
const gapMedia = "media"

// gallery looks at the pictures of posts within the budget.
type gallery struct {
	Pictures
	archives []fs.FS // by archive; nil where there are no files
	chosen   map[int]bool
	over     time.Time // when there is no more time
	now      func() time.Time
	large    sync.Mutex // one large file is in memory at a time
}

// largeFile is how many bytes make a file a large one.
const largeFile = 4 << 20

// openGallery finds the files of archives, as far as they have any.
func (r *run) openGallery(archives []Archive) {
	r.gallery = gallery{Pictures: r.Pictures, now: r.Now}
	for _, a := range archives {
		var files fs.FS
		if opened, ok := a.Source.(interface{ FS() fs.FS }); ok {
			files = opened.FS()
		}
		r.gallery.archives = append(r.gallery.archives, files)
	}
}

// choose picks the posts whose pictures are looked at: the newest first, as long as the budget lasts, and none that the state knows to
// have been looked at with nothing found.
func (r *run) choose() {
	g := &r.gallery
	g.chosen = make(map[int]bool)
	if g.Look == nil {
		return
	}
	g.over = g.now().Add(g.Time)
	hasher := r.state.hasher()
	files, bytes := 0, int64(0)
	for at := range slices.Backward(r.posts) {
		p := &r.posts[at]
		n, size := g.size(p)
		if n == 0 || files+n > g.Most || bytes+size > g.Bytes {
			continue
		}
		if hasher != nil {
			if codes, known := r.state.isQuiet(hasher.post(p)); known && !unlooked(codes) {
				continue
			}
		}
		g.chosen[at] = true
		files, bytes = files+n, bytes+size
	}
}

// unlooked reports whether codes tell of a picture that nobody looked at.
func unlooked(codes string) bool { return slices.Contains(strings.Split(codes, ","), gapMedia) }

// size is how many files a post has, and how large they are together.
func (g *gallery) size(p *post) (files int, bytes int64) {
	fsys := g.archives[p.archive]
	if fsys == nil {
		return 0, 0
	}
	for _, name := range p.Media[:min(len(p.Media), len(p.Draft.Media))] {
		if info, err := stat(fsys, name); err == nil {
			files, bytes = files+1, bytes+info.Size()
		}
	}
	return files, bytes
}

func stat(fsys fs.FS, name string) (fs.FileInfo, error) {
	if name == "" {
		return nil, fs.ErrNotExist
	}
	return fs.Stat(fsys, name)
}

// hang looks at the pictures of a chosen post. What cannot be looked at stays as it was: the result says so.
func (g *gallery) hang(ctx context.Context, at int, p *post) {
	if !g.chosen[at] {
		return
	}
	fsys := g.archives[p.archive]
	p.Draft.Media = slices.Clone(p.Draft.Media)
	for k, name := range p.Media[:min(len(p.Media), len(p.Draft.Media))] {
		info, err := stat(fsys, name)
		if err != nil || ctx.Err() != nil || g.now().After(g.over) {
			continue
		}
		p.Draft.Media[k].Seen = g.one(ctx, fsys, name, info.Size())
	}
}

// one looks at one file; nil where it cannot be looked at.
func (g *gallery) one(ctx context.Context, fsys fs.FS, name string, size int64) *bedside.Seen {
	if size > largeFile {
		g.large.Lock()
		defer g.large.Unlock()
	}
	seen, err := g.Look(ctx, fsys, name)
	if err != nil {
		return nil
	}
	return seen
}

// takeDown forgets what was seen in the pictures of a post that is not shown.
func takeDown(p *post) {
	for k := range p.Draft.Media {
		p.Draft.Media[k].Seen = nil
	}
}
