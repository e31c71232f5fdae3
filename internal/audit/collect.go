package audit

import (
	"context"
	"errors"
	"slices"
	"strings"

	"bedside"
	"bedside/internal/archive"
)

// post is an item of one of the archives, with what is known of its author filled in.
type post struct {
	archive.Item
	archive int
}

// imports is what the archives said of themselves, in their order.
type imports struct {
	archives  []bedside.AuditArchive
	platforms map[string]bool // that were read to their end
	failed    int             // archives that were not
}

// collect reads all archives and puts their posts in order. An archive that cannot be read is told; what it gave until then stays.
func (r *run) collect(ctx context.Context, archives []Archive) error {
	r.imports.platforms = make(map[string]bool)
	seen := newSeen()
	for i, a := range archives {
		report, err := a.Read(ctx, func(item archive.Item) error {
			r.take(i, item, seen)
			return nil
		})
		if ctx.Err() != nil {
			return &StoppedError{Kept: r.state.file != ""}
		}
		r.imports.add(a.Name, report, err)
		if err != nil {
			r.Failed(a.Name, err)
		}
	}
	if len(r.posts) == 0 {
		return errNothing(r.imports.failed)
	}
	slices.SortStableFunc(r.posts, byTime)
	for i := range r.posts {
		if a := r.posts[i].archive; r.imports.archives[a].Problem == "" {
			r.imports.platforms[r.platform(&r.posts[i])] = true
		}
	}
	return nil
}

func errNothing(failed int) error {
	if failed > 0 {
		return bedside.Errorf(bedside.CodeInvalid, "no post was read: there is nothing to audit")
	}
	return bedside.Errorf(bedside.CodeInvalid, "the archives hold no posts, comments, messages or bios: there is nothing to audit")
}

// take adds one item, unless another archive of the same account has given it.
func (r *run) take(from int, item archive.Item, seen *seen) {
	d := &item.Draft
	if d.ID != "" && seen.before(d) {
		r.gaps.add(gapTwice)
		return
	}
	item.Draft = r.Fill(item.Draft)
	r.posts = append(r.posts, post{item, from})
	r.Progress(Reading, len(r.posts), 0)
}

// platform is where a post stands, as far as it or its archive says.
func (r *run) platform(p *post) string {
	if platform := p.Draft.Account.Platform; platform != "" {
		return platform
	}
	return r.imports.archives[p.archive].Platform
}

// seen knows posts that were read, by hashes.
type seen struct {
	hasher *hasher
	posts  map[hash]bool
}

func newSeen() *seen { return &seen{newHasher(nil), make(map[hash]bool)} }

// before reports whether a post was read before, and notes it.
func (s *seen) before(d *bedside.Draft) bool {
	h := s.hasher.of(d.Account.Platform, d.Kind, d.ID, d.Text)
	known := s.posts[h]
	s.posts[h] = true
	return known
}

// byTime puts the oldest first, and what has no time last.
func byTime(a, b post) int {
	if az, bz := a.Draft.Time.IsZero(), b.Draft.Time.IsZero(); az || bz {
		return compareBool(az, bz)
	}
	return a.Draft.Time.Compare(b.Draft.Time.Time)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	default:
		return -1
	}
}

// add notes what an import said of itself. One that failed says nothing of what its archive does not hold.
func (m *imports) add(name string, report archive.Report, err error) {
	a := bedside.AuditArchive{Name: name, Platform: report.Platform, Found: report.Found, Read: report.Read}
	for _, s := range report.Skipped {
		a.Skipped = append(a.Skipped, bedside.AuditSkipped{File: s.File, Reason: s.Reason, Count: s.Count})
	}
	for _, s := range report.Settings {
		a.Settings = append(a.Settings, bedside.AuditSetting{Name: s.Name, Value: s.Value, Time: s.Time})
	}
	if err != nil {
		m.failed++
		a.Problem = problem(err)
	} else {
		for platform := range strings.SplitSeq(report.Platform, ", ") {
			m.platforms[platform] = true
		}
	}
	m.archives = append(m.archives, a)
}

// problem is what may be shown of an error.
func problem(err error) string {
	if e, ok := errors.AsType[*bedside.Error](err); ok {
		return e.Message
	}
	return "this archive could not be read to its end"
}
