package reddit

import (
	"io/fs"
	"strings"

	"bedside/internal/archive"
	"bedside/internal/archive/rows"
)

// owner tells whose export it is: by the account's statistics, else as the one who takes part in every private message.
func owner(fsys fs.FS, names []string) string {
	parties := &parties{}
	name := ""
	ignore := archive.NewImport(nil)
	for _, file := range names {
		t := rows.Columns(fsys, file)
		var look func(rows.Row) error
		switch {
		case t == nil:
			continue
		case t.Has("statistic", "value"):
			look = func(row rows.Row) error {
				if strings.EqualFold(row.Get("statistic"), "account name") {
					name = row.Get("value")
				}
				return nil
			}
		case t.Has("from", "to", "thread_id"):
			look = func(row rows.Row) error { parties.add(row.Get("from"), row.Get("to")); return nil }
		default:
			continue
		}
		_ = rows.File(fsys, file, ignore, look) // look has no errors
	}
	if name != "" {
		return name
	}
	return parties.inAll()
}

// parties finds the one person who is a party to every message.
type parties struct {
	seen, many   bool
	first, other string // who may still be it; empty if ruled out
}

func (p *parties) add(from, to string) {
	if from == "" || to == "" || strings.EqualFold(from, to) {
		return
	}
	if !p.seen {
		p.seen, p.first, p.other = true, from, to
		return
	}
	for _, s := range []*string{&p.first, &p.other} {
		if *s != "" && !strings.EqualFold(*s, from) && !strings.EqualFold(*s, to) {
			*s, p.many = "", true
		}
	}
}

func (p *parties) inAll() string {
	switch {
	case !p.many: // two people who only ever wrote to each other: it may be either
		return ""
	case p.first != "":
		return p.first
	default:
		return p.other
	}
}
