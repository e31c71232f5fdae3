package archive

import (
	"path"
	"strconv"
	"strings"

	"bedside"
)

// maxSkipped is how many lines a report may have about files apart; what is skipped beyond it is counted by reason alone.
const maxSkipped = 1000

// Import takes what a format reads and counts it.
type Import struct {
	Report   Report
	hand     func(Item) error
	root     string // the folder of the archive that the format reads
	platform string // that the format reads; empty for a folder of drafts
	lines    map[Skipped]int
	failed   error // of hand
}

// NewImport hands every item to a function, whose error ends the reading.
func NewImport(hand func(Item) error) *Import {
	return &Import{hand: hand, lines: map[Skipped]int{}, Report: Report{Skipped: []Skipped{}}}
}

// Add hands out one item. What cannot be a draft is skipped: one without words, medium and action, and one that is too long.
// Bytes that are not UTF-8 are mended.
func (i *Import) Add(item Item) error {
	d := &item.Draft
	mend(d)
	if d.Account.Platform == "" {
		d.Account.Platform = i.platform
	}
	switch {
	case d.Text == "" && len(d.Media) == 0 && d.Action == "":
		i.Skip(item.File, "without words or pictures")
		return nil
	case d.Size() > bedside.MaxText:
		i.Skip(item.File, "longer than a draft may be")
		return nil
	}
	i.place(&item)
	i.Report.Found++
	i.Report.Read++
	if d.ID == "" {
		d.ID = item.File + "#" + strconv.Itoa(i.Report.Read)
	}
	i.failed = i.hand(item)
	return i.failed
}

// place tells the names of files from the top of the archive.
func (i *Import) place(item *Item) {
	item.File = i.name(item.File)
	for k, name := range item.Media {
		item.Media[k] = i.name(name)
	}
}

func (i *Import) name(file string) string {
	if file == "" {
		return ""
	}
	return path.Join(i.root, file)
}

// Skip counts an entry that was found and not read, with the reason in a few words of ours: never with words of the post.
func (i *Import) Skip(file, reason string) { i.skip(i.name(file), reason, 1) }

// skip counts n entries of a file named from the top of the archive.
func (i *Import) skip(file, reason string, n int) {
	i.Report.Found += n
	line := Skipped{File: file, Reason: reason}
	at, ok := i.lines[line]
	if !ok && len(i.lines) >= maxSkipped {
		line.File = ""
		at, ok = i.lines[line]
	}
	if !ok {
		at = len(i.Report.Skipped)
		i.lines[line] = at
		i.Report.Skipped = append(i.Report.Skipped, line)
	}
	i.Report.Skipped[at].Count += n
}

// Set notes a setting of the account.
func (i *Import) Set(s Setting) { i.Report.Settings = append(i.Report.Settings, s) }

// mend makes every text of a draft UTF-8.
func mend(d *bedside.Draft) {
	for _, s := range []*string{&d.Text, &d.Account.Bio, &d.Account.Handle, &d.Context.Note, &d.Context.ReplyTo.Text, &d.Author.Name, &d.Author.Location} {
		*s = strings.ToValidUTF8(*s, "\ufffd")
	}
	for k := range d.Media {
		m := &d.Media[k]
		m.Alt, m.Caption = strings.ToValidUTF8(m.Alt, "\ufffd"), strings.ToValidUTF8(m.Caption, "\ufffd")
	}
}
