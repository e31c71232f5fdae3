package audit

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"bedside"
)

// gaps counts what an audit is silent about, by code.
type gaps struct {
	counts map[string]int
	said   map[string]string // what an engine says of a code that has no sentence here
	left   bool              // and that something of a post was left out for it
}

// Codes of an audit's own gaps; the others are those of results.
const (
	gapFailed  = "failed"
	gapSkipped = "skipped"
	gapArchive = "archive"
	gapUndated = "undated"
	gapTwice   = "twice"

	gapQuestion = "question"
)

func (g *gaps) add(code string) { g.addN(code, 1) }

func (g *gaps) addN(code string, n int) {
	if n == 0 {
		return
	}
	if g.counts == nil {
		g.counts = make(map[string]int)
	}
	g.counts[code] += n
}

func (g *gaps) addCodes(codes string) {
	if codes == "" {
		return
	}
	for code := range strings.SplitSeq(codes, ",") {
		g.add(code)
	}
}

// explain keeps what an engine says of codes that have no sentence here.
func (g *gaps) explain(r *bedside.Result) {
	for _, n := range r.NotChecked {
		if !told(n.Code) || hasSentence(n.Code) {
			continue
		}
		if g.said == nil {
			g.said = make(map[string]string)
		}
		g.said[n.Code], g.left = n.Message, g.left || !r.Complete
	}
}

// list says in sentences what was not checked, and whether all that was found was checked nevertheless.
func (g *gaps) list() (out []bedside.AuditGap, complete bool) {
	complete = true
	for _, k := range gapSentences() {
		n := g.counts[k.code]
		if n == 0 {
			continue
		}
		message := strconv.Itoa(n) + " " + k.many
		if n == 1 {
			message = k.one
		}
		out = append(out, bedside.AuditGap{Code: k.code, Message: message, Count: n})
		complete = complete && k.harmless
	}
	for _, code := range slices.Sorted(maps.Keys(g.said)) {
		out = append(out, bedside.AuditGap{Code: code, Message: g.said[code], Count: g.counts[code]})
	}
	return append(out, bedside.AuditGap{Code: "truth", Message: "Whether what is told is true, and whether those told of agreed."}), complete && !g.left
}

// known reports whether all codes have a sentence here, so that nobody else's is needed for them.
func known(codes string) bool {
	for code := range strings.SplitSeq(codes, ",") {
		if code != "" && !hasSentence(code) {
			return false
		}
	}
	return true
}

func hasSentence(code string) bool {
	return slices.ContainsFunc(gapSentences(), func(k gapSentence) bool { return k.code == code })
}

// gapSentence says of one post, and of many, what was not checked.
type gapSentence struct {
	code, one, many string
	harmless        bool // nothing of what was found went unread
}

func gapSentences() []gapSentence {
	return []gapSentence{
		{gapArchive, "One archive could not be read to its end.", "archives could not be read to their end.", false},
		{gapSkipped, "One entry of the archives was skipped; the list of archives says why.", "entries of the archives were skipped; the list of archives says why.", false},
		{gapFailed, "One post could not be checked: it is too long, or not valid text.", "posts could not be checked: they are too long, or not valid text.", false},
		{"media", "The picture or video of one post was not looked at, only the words with it.", "posts have pictures or videos that were not looked at, only the words with them.", false},
		{"media_faces", "In the pictures of one post faces were not looked for.", "posts have pictures in which faces were not looked for.", false},
		{"media_words", "In the pictures of one post words were not looked for, or not all of them.", "posts have pictures in which words were not looked for, or not all of them.", false},
		{"media_codes", "In the pictures of one post bar codes were not looked for.", "posts have pictures in which bar codes were not looked for.", false},
		{"media_type", "One post has a file of a type that is not opened.", "posts have files of types that are not opened.", false},
		{"media_size", "One post has a picture or video that is too large to be opened.", "posts have pictures or videos that are too large to be opened.", false},
		{"media_time", "There was no time to look at all of a file of one post.", "posts have files for which there was not time enough.", false},
		{"media_document", "Not all of a document of one post could be read.", "posts have documents of which not all could be read.", false},
		{"media_embedded", "Files inside a document of one post were not opened.", "posts have documents with files inside that were not opened.", false},
		{"media_metadata", "Not all of what a file of one post says of itself was read.", "posts have files of which not all metadata was read.", false},
		{"media_picture", "A picture in a document of one post could not be opened.", "posts have documents with pictures that could not be opened.", false},
		{"media_sound", "What is said in the video of one post was not listened to.", "posts have videos whose sound was not listened to.", false},
		{"media_frames", "Of an animation or video of one post a few pictures were looked at.", "posts have animations or videos of which a few pictures were looked at.", false},
		{"language", "One post is in another language than English, and was not understood.", "posts are in other languages than English, and were not understood.", false},
		{"reader", "What one post tells between the lines was not read.", "posts were not read for what they tell between the lines.", false},
		{gapUndated, "One post has no time; it stands last, and was not compared with the others.", "posts have no time; they stand last, and were not compared with the others.", false},
		{"answer", "An answer of one draft was not used.", "drafts hold answers that were not used.", false},
		{"crowd", "One post describes somebody, and how many people fit was not estimated.", "posts describe somebody, and how many people fit was not estimated.", true},
		{gapQuestion, "One post asks what only you can say; check it by itself.", "posts ask what only you can say; check them by themselves.", true},
		{gapTwice, "One post was in two archives, and was read once.", "posts were in two archives, and were read once.", true},
	}
}
