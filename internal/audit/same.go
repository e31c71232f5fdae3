package audit

import (
	"slices"
	"strings"
	"unicode"

	"bedside"
)

// People post the same words on several platforms and again a year later, and a picture again with others. gather makes one task of tasks
// with nearly the same words or the same picture, the same rules and the same thing to do: the gravest stays, the others are named in it. Each task is compared with a few others
// only: those with which it shares the smallest hashes of its words.
func gather(tasks []bedside.AuditTask) []bedside.AuditTask {
	g := gatherer{near: make(map[band][]int), shown: make(map[string][]int)}
	for i := range tasks {
		g.add(&tasks[i])
	}
	return g.out
}

type gatherer struct {
	out   []bedside.AuditTask
	words [][]uint64 // of each, sorted
	near  map[band][]int
	shown map[string][]int // by rules: those with pictures
}

const (
	bands     = 6   // a task is looked up under this many keys
	nearest   = 8   // and compared with at most this many tasks of each
	alikeOf10 = 8   // alike: eight of ten words of both are in both
	mostWords = 400 // of a long post, the first are compared
)

// band is one key under which a task is found: the smallest hash of its words in one order, with rules and what to do.
type band struct {
	rules string
	order int
	least uint64
}

func (g *gatherer) add(t *bedside.AuditTask) {
	words, figures := wordsOf(t.Post.Text)
	reasons := rulesOf(t)
	if i, ok := g.pictured(t, reasons); ok {
		g.out[i].Same = append(g.out[i].Same, t.Post)
		return
	}
	rules := reasons + figures
	keys := make([]band, 0, bands)
	for order := range bands {
		keys = append(keys, band{rules, order, least(words, order)})
	}
	for _, k := range keys {
		for _, i := range g.near[k] {
			if alike(g.words[i], words) {
				g.out[i].Same = append(g.out[i].Same, t.Post)
				return
			}
		}
	}
	for _, k := range keys {
		if len(g.near[k]) < nearest {
			g.near[k] = append(g.near[k], len(g.out))
		}
	}
	if len(likenesses(t)) > 0 {
		g.shown[reasons] = append(g.shown[reasons], len(g.out))
	}
	g.out, g.words = append(g.out, *t), append(g.words, words)
}

// pictured finds an earlier task with the same picture, whatever the words beside it: as it was, smaller, mirrored or saved again. Only so
// many pictures are looked at in an audit that each can be compared with all.
func (g *gatherer) pictured(t *bedside.AuditTask, reasons string) (int, bool) {
	shown := likenesses(t)
	for _, i := range g.shown[reasons] {
		for _, a := range likenesses(&g.out[i]) {
			if slices.ContainsFunc(shown, func(b bedside.Likeness) bool { return a.Alike(b) }) {
				return i, true
			}
		}
	}
	return 0, false
}

// likenesses are how the pictures of a task's post look, as far as they were looked at.
func likenesses(t *bedside.AuditTask) (out []bedside.Likeness) {
	if t.Post.Draft == nil {
		return nil
	}
	for i := range t.Post.Draft.Media {
		if s := t.Post.Draft.Media[i].Seen; s != nil && s.Likeness != (bedside.Likeness{}) {
			out = append(out, s.Likeness)
		}
	}
	return out
}

// rulesOf joins what must be equal: what to do, the kind of thing, and the rules. Posts of a cluster are told apart by it.
func rulesOf(t *bedside.AuditTask) string {
	var rules []string
	for i := range t.Findings {
		rules = append(rules, t.Findings[i].Rule)
	}
	slices.Sort(rules)
	kind := ""
	if t.Post.Kind == "contact_request" {
		kind = t.Post.Platform + " " + t.Post.Kind
	}
	return strings.Join(slices.Concat([]string{t.Do, kind}, slices.Compact(rules), t.Clusters), "\x00")
}

// wordsOf is the set of a text's words as hashes, without what platforms add: links, handles, signs. Words with figures are apart,
// since another age or date tells of somebody else.
func wordsOf(text string) (words []uint64, figures string) {
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		if strings.HasPrefix(word, "@") || strings.Contains(word, "://") {
			continue
		}
		word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		switch {
		case word == "" || len(words) == mostWords:
		case strings.ContainsFunc(word, unicode.IsDigit):
			figures += "\x00" + word
		default:
			words = append(words, hashWord(word))
		}
	}
	slices.Sort(words)
	return slices.Compact(words), figures
}

// hashWord is FNV-1a.
func hashWord(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// least is the smallest of the hashes in one of several orders: sets that are alike share it as often as they share words.
func least(words []uint64, order int) uint64 {
	lowest := ^uint64(0)
	for _, w := range words {
		w ^= uint64(order) * 0x9e3779b97f4a7c15
		w *= 0xff51afd7ed558ccd
		lowest = min(lowest, w^w>>33)
	}
	return lowest
}

// alike compares two sorted sets.
func alike(a, b []uint64) bool {
	shared, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			shared, i, j = shared+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return 10*shared >= alikeOf10*(len(a)+len(b)-shared)
}
