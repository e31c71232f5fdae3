package spans

import (
	"io/fs"
	"strings"
	"unicode"

	"bedside"
	"bedside/internal/eval"
)

// person is the type of a gold span that names somebody, in the sets that label tokens.
const person = "PERSON"

// handleKind is the type of a gold span that is an account name: it is left aside. The Broad Twitter Corpus labels handles
// as people, but they are found by their sign and need no skill.
const handleKind = "HANDLE"

// taggedReader reads a set whose tokens are labelled. seen tells the halves apart.
type taggedReader struct {
	set, file string
	seen      func(i int) bool
}

// taggedReaders lists these sets: development parts only, since taggers learn from the others.
func taggedReaders() []taggedReader {
	return []taggedReader{
		{wnutSet, "wnut17/emerging.dev.conll", func(i int) bool { return i%2 == 0 }},
		{btcSet, "btc/btc.dev", func(int) bool { return false }},
	}
}

// variant is a way of writing posts.
type variant struct {
	name   string
	change func(post eval.Tagged) eval.Tagged
}

// variants are the ways in which people write names in posts: with capitals, without any, and joined behind a hash.
func variants() []variant {
	return []variant{
		{"as they are", func(p eval.Tagged) eval.Tagged { return p }},
		{"lower-cased", lowerCased},
		{"names as #hashtags", hashed},
		{"names as hashtags, lower-cased", func(p eval.Tagged) eval.Tagged { return lowerCased(hashed(p)) }},
	}
}

func (r taggedReader) read(folder fs.FS, v variant) (Set, error) {
	b, err := fs.ReadFile(folder, r.file)
	if err != nil {
		return Set{}, bedside.Errorf(bedside.CodeNotFound, "%s is not there", r.file)
	}
	posts := eval.ReadTagged(b)
	set := Set{Name: r.set}
	for i, post := range posts {
		t := taggedText(v.change(post))
		t.Row, t.Seen = i+1, r.seen(i)
		set.Texts = append(set.Texts, t)
	}
	return set, nil
}

// taggedText joins the tokens of a post and marks the people and the handles in it.
func taggedText(post eval.Tagged) Text {
	text, starts := eval.Join(post.Tokens)
	t := Text{Text: text}
	end := func(i int) int { return starts[i] + len(post.Tokens[i]) }
	for i := 0; i < len(starts); i++ {
		if last, is := handleAt(post, i); is {
			t.Gold = append(t.Gold, Span{starts[i], end(last), handleKind})
			i = last
			continue
		}
		if !personBegins(post, i) {
			continue
		}
		last := personEnds(post, i)
		t.Gold = append(t.Gold, Span{starts[i], end(last), person})
		i = last
	}
	return t
}

// handleAt reports whether a handle begins at a token: "@" and the account name stand as one token or as two.
func handleAt(post eval.Tagged, i int) (last int, is bool) {
	if token := post.Tokens[i]; token != "@" {
		return i, len(token) > 1 && token[0] == '@'
	}
	return min(i+1, len(post.Tokens)-1), true
}

func personBegins(post eval.Tagged, i int) bool {
	return post.Labels[i] == "B-person" || post.Labels[i] == "B-PER"
}

// personEnds is the last token of the name that begins at i.
func personEnds(post eval.Tagged, i int) int {
	for i+1 < len(post.Labels) && (post.Labels[i+1] == "I-person" || post.Labels[i+1] == "I-PER") {
		i++
	}
	return i
}

func lowerCased(post eval.Tagged) eval.Tagged {
	out := eval.Tagged{Labels: post.Labels}
	for _, t := range post.Tokens {
		out.Tokens = append(out.Tokens, strings.ToLower(t))
	}
	return out
}

// hashed joins the words of each name behind a hash: #JaneDoe.
func hashed(post eval.Tagged) eval.Tagged {
	var out eval.Tagged
	for i := 0; i < len(post.Tokens); i++ {
		if _, handle := handleAt(post, i); handle || !personBegins(post, i) || i > 0 && post.Tokens[i-1] == "@" {
			out.Tokens, out.Labels = append(out.Tokens, post.Tokens[i]), append(out.Labels, post.Labels[i])
			continue
		}
		last := personEnds(post, i)
		joined := strings.Map(wordRunes, strings.Join(post.Tokens[i:last+1], ""))
		if joined == "" { // a name of signs only
			joined = post.Tokens[i]
		} else {
			joined = "#" + joined
		}
		out.Tokens, out.Labels = append(out.Tokens, joined), append(out.Labels, post.Labels[i])
		i = last
	}
	return out
}

// wordRunes keeps what a hashtag may hold.
func wordRunes(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_' {
		return r
	}
	return -1
}
