package x

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"time"
)

// notes holds the long texts, which lie apart from their posts under ids of their own. A post has the beginning of its long
// text and was made in the same moment.
type notes struct {
	list  []note
	at    map[int64][]int // by the second
	bytes int
}

type note struct {
	file    file
	id      string
	text    string
	created time.Time
	taken   bool
}

// maxNotes is how many bytes of long texts are held; posts beyond it stay as short as they were.
const maxNotes = 256 << 20

// mostAtOnce is more than anybody writes in a second.
const mostAtOnce = 50

func (r *reader) notes(files []file) *notes {
	n := &notes{at: map[int64][]int{}}
	for _, f := range files {
		_ = r.each(f.name, func(raw []byte) error {
			if err := n.add(f, raw); err != "" {
				r.out.Skip(f.name, err)
			}
			return nil
		})
	}
	return n
}

func (n *notes) add(f file, raw []byte) (reason string) {
	var v struct {
		Note struct {
			ID      string `json:"noteTweetId"`
			Created string `json:"createdAt"`
			Core    struct {
				Text string `json:"text"`
				URLs []struct {
					Short    string `json:"shortUrl"`
					Expanded string `json:"expandedUrl"`
				} `json:"urls"`
			} `json:"core"`
		} `json:"noteTweet"`
	}
	if err := json.Unmarshal(raw, &v); err != nil || v.Note.ID == "" {
		return "of an unknown shape"
	}
	if n.bytes += len(v.Note.Core.Text); n.bytes > maxNotes {
		return "more long texts than are held at a time"
	}
	var links []link
	for _, u := range v.Note.Core.URLs {
		links = append(links, link(u))
	}
	created := when(v.Note.Created)
	if same := n.at[created.Unix()]; len(same) < mostAtOnce {
		n.at[created.Unix()] = append(same, len(n.list))
	}
	n.list = append(n.list, note{file: f, id: v.Note.ID, text: unescape(expand(v.Note.Core.Text, links)), created: created})
	return ""
}

// take finds the long text of a post by its moment and its beginning.
func (n *notes) take(created time.Time, short string) (long string, ok bool) {
	if len(n.list) == 0 || created.IsZero() {
		return "", false
	}
	start := beginning(short)
	bare := withoutMentions(start)
	for _, second := range []int64{0, -1, 1} {
		for _, i := range n.at[created.Unix()+second] {
			c := &n.list[i]
			if text := squeezed(c.text); !c.taken && bare != "" && (strings.HasPrefix(text, start) || strings.HasPrefix(text, bare)) {
				c.taken = true
				return c.text, true
			}
		}
	}
	return "", false
}

// beginning is what a short text and its long one share: without the sign of omission at its end, the link behind that, and
// whatever else was cut in the middle.
func beginning(short string) string {
	if cut := strings.LastIndex(short, "…"); cut >= 0 {
		short = short[:cut]
	}
	words := strings.Fields(short)
	for len(words) > 0 && strings.Contains(words[len(words)-1], "://") {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// withoutMentions leaves out whom a reply begins with: the short text says it, the long one need not.
func withoutMentions(text string) string {
	for strings.HasPrefix(text, "@") {
		_, rest, _ := strings.Cut(text, " ")
		text = rest
	}
	return text
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

// strayNotes hands out the long texts whose posts are not in the archive.
func (r *reader) strayNotes(n *notes) error {
	stray := slices.DeleteFunc(n.list, func(c note) bool { return c.taken })
	slices.SortStableFunc(stray, func(a, b note) int { return cmp.Compare(a.id, b.id) })
	for _, c := range stray {
		item := r.item(c.file, "post", c.id)
		item.Draft.Text, item.Draft.Time.Time = c.text, c.created
		if err := r.out.Add(item); err != nil {
			return err
		}
	}
	return nil
}
