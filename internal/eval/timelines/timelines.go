// Package timelines measures what the engine sees in years of posts: whether it finds those that reveal somebody together,
// stays silent on those that do not, and names the right posts. It reads labelled timelines and judges nothing itself; of a
// sealed set it tells totals only. Start at Read and Evaluate.
package timelines

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"bedside"
)

// Timeline is the posts of one invented author, with what a careful reader sees in them.
type Timeline struct {
	ID      string          `json:"id"`
	Author  bedside.Author  `json:"author"`
	Account bedside.Account `json:"account"`
	Posts   []Post          `json:"posts"`
	Label   string          `json:"label"`   // reveals or harmless
	Picture []string        `json:"picture"` // the posts that reveal somebody together
	Change  []string        `json:"change"`  // any one of them is the one to change
	Who     string          `json:"who"`     // who could newly recognise them: family, colleague, stranger
	Alone   []string        `json:"alone"`   // posts that are not acceptable by themselves: left out of scoring
	Why     string          `json:"why"`
}

// Post is one post of a timeline.
type Post struct {
	ID   string       `json:"id"`
	Time bedside.Time `json:"time"`
	Kind string       `json:"kind"`
	Text string       `json:"text"`
}

// Reveals reports whether the posts reveal somebody together.
func (t *Timeline) Reveals() bool { return t.Label == "reveals" }

// Held reports whether a timeline is kept for measuring: from those of two writers nobody learns.
func (t *Timeline) Held() bool {
	writer, _, _ := strings.Cut(t.ID, "-")
	return writer == "w7" || writer == "w10"
}

// Draft is a post as the engine is asked about it.
func (t *Timeline) Draft(i int) bedside.Draft {
	p := &t.Posts[i]
	return bedside.Draft{ID: p.ID, Kind: p.Kind, Text: p.Text, Time: p.Time, Author: t.Author, Account: t.Account, State: "published"}
}

// longestLine is more than any timeline takes.
const longestLine = 4 << 20

// Read reads all timelines of a folder, one a line, in the order of file names. A folder that is not there holds none. Lines that
// are no labelled timelines are listed by file and line.
func Read(fsys fs.FS, folder string) (all []Timeline, unreadable []string, err error) {
	files, err := fs.Glob(fsys, path.Join(folder, "*.jsonl"))
	if err != nil {
		return nil, nil, err
	}
	slices.Sort(files)
	for _, name := range files {
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, nil, err
		}
		lines := bufio.NewScanner(bytes.NewReader(b))
		lines.Buffer(nil, longestLine)
		for number := 1; lines.Scan(); number++ {
			t, err := parse(lines.Bytes())
			if err != nil {
				unreadable = append(unreadable, fmt.Sprintf("%s:%d", name, number))
				continue
			}
			all = append(all, t)
		}
		if err := lines.Err(); err != nil {
			return nil, nil, err
		}
	}
	return all, unreadable, nil
}

var errLabel = errors.New("not a labelled timeline")

// parse reads one line and checks that its labels name posts that are there.
func parse(line []byte) (Timeline, error) {
	var t Timeline
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(&t); err != nil {
		return t, err
	}
	if t.ID == "" || len(t.Posts) == 0 || t.Label != "reveals" && t.Label != "harmless" || t.Reveals() != (len(t.Picture) > 0) {
		return t, errLabel
	}
	for _, id := range slices.Concat(t.Picture, t.Change, t.Alone) {
		if t.index(id) < 0 {
			return t, errLabel
		}
	}
	slices.SortStableFunc(t.Posts, func(a, b Post) int { return a.Time.Compare(b.Time.Time) })
	return t, nil
}

// index is the place of a post, or -1.
func (t *Timeline) index(id string) int {
	return slices.IndexFunc(t.Posts, func(p Post) bool { return p.ID == id })
}
