package text

// sentencer walks once over the tokens of a document.
type sentencer struct {
	d         *Document
	first     int   // the first token of the sentence that is being read
	solid     bool  // it has more than line ends
	paragraph int32 // its paragraph
}

// findSentences parts the tokens into sentences.
func findSentences(d *Document) {
	w := sentencer{d: d}
	if cap(d.Sentences) == 0 && len(d.Tokens) > 0 {
		d.Sentences = make([]Sentence, 0, 4+len(d.Tokens)/16)
	}
	for k := 0; k < len(d.Tokens); {
		t := &d.Tokens[k]
		t.Sentence = int32(len(d.Sentences))
		switch {
		case t.Kind == Newline:
			k = w.newline(k)
			continue
		case t.Kind == Punct && terminates(t.Form):
			k = w.terminator(k)
			continue
		}
		w.solid = true
		k++
	}
	w.closeAt(len(d.Tokens), false)
}

// terminates reports whether a mark can end a sentence.
func terminates(form string) bool {
	switch form {
	case ".", "!", "?", "...", "‽":
		return true
	}
	return false
}

// newline reads the line ends from token k on. Those after a sentence count as its own.
func (w *sentencer) newline(k int) int {
	toks, end := w.d.Tokens, k
	for end < len(toks) && toks[end].Kind == Newline {
		end++
	}
	blank := end-k > 1
	goesOn := !blank && end < len(toks) && toks[end].Kind == Word && startsLower(w.d.Text, toks[end])
	switch {
	case w.solid && goesOn:
		return end
	case w.solid:
		w.assign(k, end)
		w.closeAt(end, false)
	case len(w.d.Sentences) > 0:
		n := len(w.d.Sentences) - 1
		for i := k; i < end; i++ {
			toks[i].Sentence = int32(n)
		}
		w.d.Sentences[n].Last = int32(end)
		w.first = end
	default:
		w.assign(k, end)
	}
	if blank && len(w.d.Sentences) > 0 {
		w.paragraph++
	}
	return end
}

// startsLower reports whether a word begins with a lower-case letter: one without case counts as none.
func startsLower(s string, t Token) bool {
	return !t.Flags.Has(InTag) && isLower(s[t.Start:])
}

// terminator reads the mark at token k, with the marks, closing quotes and pictures after it, and ends the sentence
// there if it does end.
func (w *sentencer) terminator(k int) int {
	toks, question, closed := w.d.Tokens, false, false
	w.solid = true
	end := k
	for ; end < len(toks); end++ {
		t := toks[end]
		if t.Kind != Punct || end > k && !t.Flags.Has(Glued) {
			break
		}
		if terminates(t.Form) {
			question = question || t.Form == "?"
		} else if closes(t.Form) {
			closed = true
		} else {
			break
		}
	}
	lower := end < len(toks) && toks[end].Kind == Word && startsLower(w.d.Text, toks[end])
	switch {
	case end == k+1 && w.d.Tokens[k].Form == "." && w.insideDot(k):
	case closed && lower: // "Really?" she said
	case end == k+1 && end < len(toks) && toks[end].Flags.Has(Glued) && joinsOn(toks[end].Kind) && !w.missingSpace(k):
	default:
		end = w.trailing(end)
		w.assign(k, end)
		w.closeAt(end, question)
		return end
	}
	w.assign(k, end)
	return end
}

// closes reports whether a mark may close what a sentence ended in.
func closes(form string) bool {
	return form == `"` || form == "'" || form == ")" || form == "]" || form == "}"
}

// joinsOn reports whether a glued token of this kind after a mark makes it part of something written together.
func joinsOn(k Kind) bool { return k == Word || k == Number }

// missingSpace tells "the end.The next" from "node.js": a plain word before the mark, a capitalised one after it.
func (w *sentencer) missingSpace(k int) bool {
	toks := w.d.Tokens
	if toks[k].Form != "." {
		return true
	}
	next := toks[k+1]
	return k > 0 && toks[k-1].Kind == Word && toks[k-1].End-toks[k-1].Start > 1 && !toks[k-1].Flags.Has(Upper) &&
		next.Flags.Has(Capital) && next.End-next.Start > 1
}

// trailing reads the emoji after a sentence, and the hashtags if nothing else follows on the line.
func (w *sentencer) trailing(k int) int {
	toks := w.d.Tokens
	for k < len(toks) && toks[k].Kind == Emoji {
		k++
	}
	end := k
	for end < len(toks) && (toks[end].Kind == Emoji || toks[end].Flags.Has(InTag)) {
		end++
	}
	if end == len(toks) || toks[end].Kind == Newline {
		return end
	}
	return k
}

func (w *sentencer) assign(from, to int) {
	n := int32(len(w.d.Sentences))
	for i := from; i < to; i++ {
		w.d.Tokens[i].Sentence = n
	}
}

// closeAt ends the sentence before token end.
func (w *sentencer) closeAt(end int, question bool) {
	if w.first == end {
		return
	}
	toks := w.d.Tokens
	from, to := w.first, end-1
	for from < to && toks[from].Kind == Newline {
		from++
	}
	for to > from && toks[to].Kind == Newline {
		to--
	}
	start := toks[from].Start
	if toks[from].Flags.Has(InTag) {
		start-- // the # of a tag carries no token
	}
	w.d.Sentences = append(w.d.Sentences, Sentence{
		Start: start, End: toks[to].End, First: int32(w.first), Last: int32(end),
		Question: question, Paragraph: w.paragraph,
	})
	for ; from <= to; from++ {
		if k := toks[from].Kind; k != Punct && k != Emoji && k != Newline {
			toks[from].Flags |= SentenceStart
			break
		}
	}
	w.first, w.solid = end, false
}
