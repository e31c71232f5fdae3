package remedy

import (
	"bedside"
	"bedside/text"
)

// Fixed wordings for words of contempt, for claims to be the best, and for titles that are not yet earned.

// neutral calls people that staff have a name for what they are: "two gomers" are "two patients".
func (g *generaliser) neutral(first, last int) {
	for k := first; k < last; k++ {
		n, word := contemptAt(g.doc.Tokens[k:last])
		if n == 0 {
			continue
		}
		if t := g.after(k + n); t != nil && t.Kind == text.Word && roleOf(t.Form) == content && t.Form != "'s" {
			return // it only describes the next word
		}
		g.replace(k, k+n, word)
		return
	}
}

// contemptAt reads a noun of contempt at the start of some tokens: how long it is, and what to say instead.
func contemptAt(toks []text.Token) (n int, word string) {
	second := ""
	if len(toks) > 1 {
		second = toks[1].Form
	}
	switch w := toks[0].Form; w {
	case "gomer", "gomere", "bedblocker", "heartsink", "moaner", "whinger":
		return 1, "patient"
	case "gomers", "gomeres", "bedblockers", "heartsinks", "crumblies", "wrinklies", "moaners", "whingers":
		return 1, "patients"
	case "frequent", "bed", "drug", "pill", "narc", "med", "opioid", "opiate", "coffin":
		switch second {
		case "flyer", "flier", "blocker", "seeker", "dodger":
			return 2, "patient"
		case "flyers", "fliers", "blockers", "seekers", "dodgers":
			return 2, "patients"
		}
	}
	return 0, ""
}

// modest takes the comparison out of a claim: "the lowest infection rate in the state" is "a low infection rate".
func (g *generaliser) modest(first, last int) {
	toks := g.doc.Tokens
	for k := first; k < last; k++ {
		word := modestWord(toks[k].Form)
		if word == "" || g.after(k+1) == nil {
			continue
		}
		start := k
		if t := g.before(k); t != nil && (t.Form == "the" || t.Form == "our") {
			start--
			if end := g.headEnd(k + 1); t.Form == "the" && !isPlural(toks[end-1].Form) {
				word = "a " + word
				if takesAn(word[2:]) {
					word = "an " + word[2:]
				}
			} else if t.Form == "our" {
				word = "our " + word
			}
		}
		g.replace(start, k+1, word)
		g.withoutRange(k + 1)
		return
	}
}

func modestWord(w string) string {
	switch w {
	case "best", "finest", "greatest", "top":
		return "good"
	case "lowest":
		return "low"
	case "highest":
		return "high"
	case "fewest":
		return "few"
	case "fastest", "quickest":
		return "quick"
	case "shortest":
		return "short"
	}
	return ""
}

// headEnd is where a group of nouns ends that begins at a token.
func (g *generaliser) headEnd(k int) int {
	end := k
	for t := g.after(end); t != nil && roleOf(t.Form) == content && !isEverywhere(t.Form); t = g.after(end) {
		end++
	}
	return end
}

func isEverywhere(w string) bool {
	return w == "anywhere" || w == "worldwide" || w == "nationwide"
}

func isPlural(w string) bool {
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's'
}

// withoutRange leaves out of what something was the best: "in the state", "of any unit in Canada".
func (g *generaliser) withoutRange(k int) {
	start := g.headEnd(k)
	for range 2 {
		t := g.after(start)
		if t == nil {
			return
		}
		switch t.Form {
		case "in", "of", "across", "on", "anywhere", "around", "this", "worldwide", "nationwide":
		default:
			return
		}
		end := start + 1
		for n := g.after(end); n != nil && end < start+5 && (roleOf(n.Form) == content || roleOf(n.Form) == article); n = g.after(end) {
			end++
		}
		g.out(start, end)
		start = end
	}
}

// untitled leaves out titles and certificates: "Dr Chidera" is "Chidera".
func untitled(doc *text.Document, first, last int) []bedside.Edit {
	end := first
	for end < last && isClaimed(doc.Tokens[end].Form) {
		end++
	}
	if end == first || end >= len(doc.Tokens) || !isWordLike(&doc.Tokens[end]) || roleOf(doc.Tokens[end].Form) != content || doc.Tokens[end].Sentence != doc.Tokens[first].Sentence {
		return nil
	}
	return []bedside.Edit{{Start: int(doc.Tokens[first].Start), End: int(doc.Tokens[end].Start)}}
}

func isClaimed(w string) bool {
	switch w {
	case "dr", "doctor", "prof", "professor", ".", "double", "board", "certified", "boardcertified", "consultant":
		return true
	}
	return false
}
