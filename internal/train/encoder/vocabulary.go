package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"bedside"
	"bedside/internal/train/learn"
	"bedside/read"
	"bedside/text"
)

// Which of MiniLM's pieces are kept: all that drafts or ordinary posts hold often enough, and its most frequent ones, which are its first.
const (
	firstWord = 999  // in vocab.txt; specials and places for new ones before it
	frequent  = 4000 // the first of the pieces that are only kept where they occur often
	oftenWord = 5
	oftenFace = 3 // emoji
	rareFrom  = 'ɐ'
)

// choose is the vocabulary: pieces with a meaning of their own first, then MiniLM's, in its order.
func choose(own []string, material *learn.Material) []string {
	words, faces, facts := count(own, material)
	out := slices.Concat([]string{"[PAD]", "[UNK]", "[CLS]", "[SEP]"}, often(facts, 1),
		[]string{"part.alt", "part.bio", "part.caption", "part.reply_to"}, often(faces, oftenFace))
	for i, w := range own {
		if i >= firstWord && (words[i] >= oftenWord || i < frequent && common(w)) {
			out = append(out, w)
		}
	}
	return out
}

// common holds for a piece that a text in Latin letters may have.
func common(piece string) bool {
	for _, r := range piece {
		if r >= rareFrom {
			return false
		}
	}
	return true
}

// count tells how often each of MiniLM's pieces, each emoji and each fact of a draft as a whole occurs. That there is a picture is no
// piece: what is seen never clears what is said.
func count(own []string, material *learn.Material) (words []int, faces, facts map[string]int) {
	words, faces, facts = make([]int, len(own)), map[string]int{}, map[string]int{}
	v := read.NewVocabulary(own)
	material.Seen(func(s *read.Seen) {
		for _, p := range v.Pieces(s) {
			words[p]++
		}
		for i := range s.Passages {
			for t := range s.Passages[i].Doc.Tokens {
				if token := &s.Passages[i].Doc.Tokens[t]; token.Kind == text.Emoji {
					faces[token.Form]++
				}
			}
		}
		for i := range s.Facts {
			if f := &s.Facts[i]; read.OfDraft(f) && !slices.Contains(usual, f.Kind) && !strings.HasPrefix(f.Kind.String(), "media.") {
				facts[f.Kind.String()]++
			}
		}
	})
	return words, faces, facts
}

// usual are facts that nearly every draft has.
var usual = []bedside.FactKind{bedside.FactActionPublish, bedside.FactRelationshipUnknown, bedside.FactKindPost}

// often are the names that occur often enough, the most frequent first.
func often(counts map[string]int, least int) []string {
	out := slices.SortedFunc(maps.Keys(counts), func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	return slices.DeleteFunc(out, func(name string) bool { return counts[name] < least })
}
