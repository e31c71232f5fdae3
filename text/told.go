package text

import "sort"

// paragraphs walks over the paragraphs of a document from first to last.
type paragraphs struct {
	d    *Document
	next int
	end  int32 // of the words of the paragraph reached
	stop int32 // where the next one begins
}

// reach goes on to the paragraph that holds byte i, or the last one.
func (p *paragraphs) reach(i int32) {
	all := p.d.Sentences
	for p.stop <= i && p.next < len(all) {
		number := all[p.next].Paragraph
		for p.next < len(all) && all[p.next].Paragraph == number {
			p.end = all[p.next].End
			p.next++
		}
		if p.stop = int32(len(p.d.Text)); p.next < len(all) {
			p.stop = all[p.next].Start
		}
	}
}

// findTold adds the quotes that are told otherwise than by marks: lines, retweets, described pictures of words.
func findTold(d *Document) {
	marked, until := len(d.Quotes), int32(0)
	p := paragraphs{d: d}
	for k := range d.Tokens {
		t := &d.Tokens[k]
		if t.Start < until || !mayTell(t) {
			continue
		}
		p.reach(t.Start)
		if q := told(d.Tokens, k, p.end); q.End > 0 {
			d.Quotes = append(d.Quotes, q)
			until = q.End
		}
	}
	if marked > 0 && marked < len(d.Quotes) {
		sort.SliceStable(d.Quotes, func(i, j int) bool { return d.Quotes[i].Start < d.Quotes[j].Start })
	}
}

// mayTell is a quick look at a token: nearly all fail it.
func mayTell(t *Token) bool {
	switch t.Kind {
	case Punct:
		return t.Form == ">" || t.Form == "["
	case Word:
		return len(t.Form) == 2 && t.Form == "rt" || len(t.Form) > 8 && t.Form[:6] == "screen"
	case Number, Emoji, Handle, Hashtag, Link, Email, Newline:
	}
	return false
}

// told is the quote that begins at token k, in a paragraph that ends at end. Its End is 0 when there is none.
func told(toks []Token, k int, end int32) Quote {
	q, rest := Quote{Start: toks[k].Start}, toks[k:]
	switch rest[0].Form {
	case ">":
		if k == 0 || toks[k-1].Kind == Newline {
			q.Kind, q.End = QuoteLine, linesEnd(rest)
		}
	case "rt":
		if isRetweet(rest) {
			q.Kind, q.End = QuoteRetweet, end
		}
	case "[":
		if isPicture(rest[1:]) {
			q.Kind, q.End = QuoteScreenshot, bracketEnd(rest, end)
		}
	default:
		if isScreenshot(rest) {
			q.Kind, q.End = QuoteScreenshot, end
		}
	}
	return q
}

// linesEnd is where the last of the lines ends that begin with >.
func linesEnd(toks []Token) (end int32) {
	for k, t := range toks {
		if t.Kind != Newline {
			end = t.End
		} else if k+1 == len(toks) || toks[k+1].Form != ">" {
			break
		}
	}
	return end
}

// isRetweet reports whether the tokens begin with RT @name:.
func isRetweet(toks []Token) bool {
	return len(toks) > 2 && toks[0].Flags.Has(Upper) && toks[1].Kind == Handle && toks[2].Form == ":"
}

// isScreenshot reports whether the tokens begin with screenshot:, or screenshot of something:.
func isScreenshot(toks []Token) bool {
	switch toks[0].Form {
	case "screenshot", "screenshots", "screencap", "screengrab":
	default:
		return false
	}
	for _, t := range toks[1:min(len(toks), 7)] {
		if t.Form == ":" {
			return true
		}
		if t.Kind == Newline || terminates(t.Form) {
			break
		}
	}
	return false
}

// isPicture reports whether the tokens after a [ describe a picture.
func isPicture(toks []Token) bool {
	if len(toks) == 0 {
		return false
	}
	switch toks[0].Form {
	case "screenshot", "screenshots", "screencap", "screengrab":
		return true
	case "image", "photo", "picture", "pic", "img", "alt":
		for _, t := range toks[1:min(len(toks), 3)] {
			if t.Form == ":" || t.Form == "of" {
				return true
			}
		}
	}
	return false
}

// bracketEnd is where the ] stands for the [ that the tokens begin with, or the paragraph's end.
func bracketEnd(toks []Token, paragraphEnd int32) int32 {
	depth := 0
	for _, t := range toks {
		if t.Start >= paragraphEnd {
			break
		}
		switch t.Form {
		case "[":
			depth++
		case "]":
			if depth--; depth == 0 {
				return t.End
			}
		}
	}
	return paragraphEnd
}
