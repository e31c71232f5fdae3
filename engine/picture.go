package engine

import (
	"slices"
	"strings"

	"bedside"
	"bedside/assess"
	"bedside/text"
)

// looker gathers the facts of what was seen in pictures. They are told in a part of its own, media, in which each picture has one
// sentence.
type looker struct {
	e        *Engine
	r        *reading
	d        *bedside.Draft
	medium   int
	sentence int
}

// pictures adds what was seen in the pictures of a draft, each fact twice: of the draft as a whole, and where it was seen.
func (e *Engine) pictures(r *reading, d *bedside.Draft) {
	next := 0
	if n := len(r.parts); n > 0 {
		next = r.parts[n-1].End
	}
	l := looker{e: e, r: r, d: d}
	for i := range d.Media {
		if d.Media[i].Seen == nil {
			continue
		}
		l.medium, l.sentence = i, next
		r.parts = append(r.parts, assess.PartRange{Part: bedside.PartMedia, Index: i, First: next, End: next + 1})
		next++
		l.picture(d.Media[i].Seen)
	}
}

// known tells a fact of the draft as a whole.
func (l *looker) known(k bedside.FactKind) {
	l.r.looked = append(l.r.looked, bedside.Fact{Kind: k, Sentence: -1, Person: -1})
}

// add tells a fact of a file, and of those regions of it.
func (l *looker) add(k bedside.FactKind, regions ...int) {
	l.known(k)
	if len(regions) == 0 {
		regions = []int{wholeFile}
	}
	for _, n := range regions {
		span := bedside.Span{Part: bedside.PartMedia, Index: l.medium, Start: n, End: n + 1}
		l.r.looked = append(l.r.looked, bedside.Fact{Kind: k, Span: span, Sentence: l.sentence, Person: -1})
	}
}

// when tells a fact of a file where something holds.
func (l *looker) when(holds bool, k bedside.FactKind) {
	if holds {
		l.add(k)
	}
}

func (l *looker) picture(s *bedside.Seen) {
	l.faces(s)
	l.words(s)
	l.codes(s)
	l.metadata(s)
	l.when(s.Type == "dicom", bedside.FactMediaDICOM)
	l.when(s.IsDocument(), bedside.FactMediaDocument)
	l.when(s.Type == "pptx", bedside.FactMediaSlide)
}

// faces tells of faces. One alone is the author's where the words say so.
func (l *looker) faces(s *bedside.Seen) {
	var sure, perhaps []int
	for i := range s.Faces {
		if s.Faces[i].Sure {
			sure = append(sure, regionOfFace(i))
		} else {
			perhaps = append(perhaps, regionOfFace(i))
		}
	}
	if len(sure) > 0 {
		l.add(bedside.FactMediaFace, sure...)
	}
	if len(sure) > 1 {
		l.add(bedside.FactMediaFaces, sure...)
	}
	if len(perhaps) > 0 {
		l.add(bedside.FactMediaFacePerhaps, perhaps...)
	}
	if len(s.Faces) == 1 && l.saysMe() {
		l.known(bedside.FactMediaMe)
	}
}

// saysMe holds where the words call a picture one of the author: "me on the steps", "selfie". "Selfie with" is of two.
func (l *looker) saysMe() bool {
	for i := range l.r.passages {
		switch p := &l.r.passages[i]; p.Part {
		case bedside.PartText:
			if isOfMe(p.Doc) {
				return true
			}
		case bedside.PartAlt, bedside.PartCaption:
			if p.Index == l.medium && isOfMe(p.Doc) {
				return true
			}
		default:
		}
	}
	return false
}

func isOfMe(doc *text.Document) bool {
	word := func(i int) string {
		if i < 0 || i >= len(doc.Tokens) {
			return ""
		}
		return doc.Tokens[i].Form
	}
	for i := range doc.Tokens {
		switch word(i) {
		case "me", "myself":
			if before := word(i - 1); i == 0 || before == "of" || before == "'s" && word(i-2) == "that" {
				return word(i+1) != "with" && word(i+1) != "and"
			}
		case "selfie":
			return word(i+1) != "with" && word(i+1) != "of"
		}
	}
	return false
}

// codes tells of the codes that labels and wristbands carry. Those on things that are sold and those made to be scanned by
// anybody tell nothing.
func (l *looker) codes(s *bedside.Seen) {
	var labels []int
	for i := range s.Codes {
		if !isProductCode(s.Codes[i].Kind) && !opensSomething(s.Codes[i].Text) {
			labels = append(labels, regionOfCode(s, i))
		}
	}
	if len(labels) > 0 {
		l.add(bedside.FactMediaCode, labels...)
	}
}

func isProductCode(kind string) bool {
	switch kind {
	case "ean13", "ean8", "upca", "upce":
		return true
	}
	return false
}

// opensSomething holds for an address, a contact, a network, a payment.
func opensSomething(code string) bool {
	code = strings.ToLower(code)
	return slices.ContainsFunc([]string{
		"http:", "https:", "www.", "mailto:", "tel:", "sms", "wifi:", "begin:", "mecard:", "geo:", "bitcoin:", "otpauth:", "upi:", "market:",
	}, func(prefix string) bool { return strings.HasPrefix(code, prefix) })
}

// metadata tells what a file says beside what it shows.
func (l *looker) metadata(s *bedside.Seen) {
	m := &s.Metadata
	l.when(m.Place != nil, bedside.FactMediaPlace)
	l.when(m.Taken != "", bedside.FactMediaTaken)
	l.when(slices.ContainsFunc(m.Fields, numbersDevice), bedside.FactMediaDevice)
	l.when(m.Owner != "", bedside.FactMediaSigned)
	l.when(m.Shows, bedside.FactMediaPreview)
	l.when(m.Owner != "" && l.isForeign(m.Owner), bedside.FactMediaOwner)
	l.when(s.IsDocument() && slices.ContainsFunc(m.Fields, isHidden), bedside.FactMediaHidden)
}

// numbersDevice holds for fields with the number of a camera or a telephone, which all its pictures have. What model it is many share.
func numbersDevice(field string) bool {
	field = strings.ToLower(field)
	return strings.Contains(field, "serialnumber") && !strings.Contains(field, "lens")
}

// isForeign holds for an owner who shares no word of their name with an author who is known by name.
func (l *looker) isForeign(owner string) bool {
	if l.d.Author.Name == "" {
		return false
	}
	own := append([]string{l.d.Author.Name, l.d.Author.Institution, l.d.Account.Handle}, l.d.Author.Handles...)
	mine := text.Words(strings.Join(own, " "))
	return !slices.ContainsFunc(text.Words(owner), func(w string) bool { return len(w) > 2 && slices.Contains(mine, w) })
}

// isHidden holds for fields of a document that its pages do not show.
func isHidden(field string) bool {
	field = strings.ToLower(field)
	return slices.ContainsFunc([]string{"comment", "trackedchange", "previousversion"}, func(w string) bool {
		return strings.Contains(field, w)
	})
}
