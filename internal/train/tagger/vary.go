package main

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// chances say how often a post is varied when it is visited.
type chances struct {
	swap   float64 // each person's name gives way to another
	tag    float64 // the names become hashtags
	small  float64 // the whole in small letters
	upper  float64 // the whole in capitals
	simple float64 // of a tag: in small letters
}

// varied is a post as it is seen in one visit: names, hashtags and the case of letters change, labels stay.
func (t *trainer) varied(p post, r *rand.Rand) post {
	c := t.recipe.chances
	if r.Float64() < c.swap {
		p = t.names.swap(p, r)
	}
	if r.Float64() < c.tag {
		p = tagged(p, r.Float64() < c.simple)
	}
	switch x := r.Float64(); {
	case x < c.small:
		p = p.mapped(strings.ToLower)
	case x < c.small+c.upper:
		p = p.mapped(strings.ToUpper)
	}
	return p
}

// mapped is a post with another spelling of every word.
func (p post) mapped(f func(string) string) post {
	out := make(post, len(p))
	for i, w := range p {
		w.text = f(w.text)
		out[i] = w
	}
	return out
}

// tagged writes the names of people as hashtags: #JaneAlvarez, or #janealvarez.
func tagged(p post, small bool) post {
	var out post
	for i := 0; i < len(p); {
		end := p.nameEnd(i)
		if p[i].kind != person || strings.HasPrefix(p[i].text, "#") {
			out = append(out, p[i:end]...)
			i = end
			continue
		}
		var b strings.Builder
		b.WriteByte('#')
		for _, w := range p[i:end] {
			b.WriteString(strings.Map(letter, w.text))
		}
		text := b.String()
		if small {
			text = strings.ToLower(text)
		}
		if len(text) == 1 {
			text = p[i].text
		}
		out = append(out, word{text, person, true})
		i = end
	}
	return out
}

// letter keeps letters and digits.
func letter(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return r
	}
	return -1
}

// nameEnd is where the name that begins at a word ends; a word outside names is one by itself.
func (p post) nameEnd(i int) int {
	end := i + 1
	for p[i].kind != none && end < len(p) && p[end].kind == p[i].kind && !p[end].first {
		end++
	}
	return end
}

// titled writes a name of the lists with a capital.
func titled(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
