package detect

import (
	"strings"

	"bedside"
	"bedside/text"
)

// Addresses of machines and mailboxes: how they are spelled out to get past a filter ("jane [at] example [dot] org"),
// internet addresses of both versions, and hardware addresses.

// spelledAddress reads an e-mail address or a domain from the word "dot" at a cell, or from a link behind "at".
func (s *scan) spelledAddress(i int32) {
	host, end := i-1, i+2
	if s.token(i).Kind == text.Link {
		host, end = i, i+1
	} else if !s.inAt(i+1, setTopDomain) || !s.isName(host) || s.token(i+1).Sentence != s.token(i).Sentence {
		return
	}
	for s.formAt(end) == "dot" && s.inAt(end+1, setTopDomain) {
		end += 2
	}
	for s.formAt(host-1) == "dot" && s.isName(host-2) {
		host -= 2
	}
	at := host - 1
	if at < 1 || s.formAt(at) != "at" || !s.isName(at-1) {
		if s.token(i).Kind != text.Link && (s.formAt(host) == "www" || s.formAt(end) == "slash") {
			s.found(bedside.FactLink, host, end)
		}
		return
	}
	if !s.bracketed(at) && !s.namesMail(at-1) && (s.token(i).Kind == text.Link || s.everyday(at-1)) {
		return // "see it at example.org", "I work at example dot com"
	}
	s.foundAcross(bedside.FactEmail, s.mailbox(at-1), end)
}

// everyday holds for common words that are no given names.
func (s *scan) everyday(i int32) bool {
	t := s.d.vocabulary.traits[s.cells[i].id]
	return t&traitCommon != 0 && t&(traitGiven|traitSurname) == 0
}

// isName holds for a word or a number that can be a part of an address.
func (s *scan) isName(i int32) bool {
	return i >= 0 && i < int32(len(s.cells)) && (s.token(i).Kind == text.Word || s.token(i).Kind == text.Number)
}

// bracketed holds for "[at]", "(at)", "<at>", "-at-".
func (s *scan) bracketed(i int32) bool {
	before, after := s.apart(i-1, i), s.apart(i, i+1)
	return before != "" && after != "" && strings.ContainsAny(before, "[({<-_*") && strings.ContainsAny(after, "])}>-_*")
}

// namesMail holds for a mailbox with digits, dots or underscores in its name, or with "mail" before it.
func (s *scan) namesMail(i int32) bool {
	first := s.mailbox(i)
	if first < i {
		return true
	}
	for k := i - 1; k >= max(0, i-3); k-- {
		switch s.formAt(k) {
		case "email", "mail", "emails", "gmail", "address":
			return true
		}
	}
	return false
}

// mailbox is the first cell of a mailbox's name whose last cell is i.
func (s *scan) mailbox(i int32) int32 {
	for i > 0 {
		switch {
		case (s.formAt(i-1) == "dot" || s.formAt(i-1) == "underscore" || s.formAt(i-1) == "dash") && s.isName(i-2):
			i -= 2
		case s.isName(i-1) && (s.apart(i-1, i) == "." || s.apart(i-1, i) == "_" || s.apart(i-1, i) == "-" || s.apart(i-1, i) == ""):
			i--
		default:
			return i
		}
	}
	return i
}

// spacedAddress reads "jane @ example.com" and "janedoe99 at gmail".
func (s *scan) spacedAddress(i int32) {
	switch {
	case i < 1 || !s.isName(i-1):
	case s.token(i).Kind == text.Link:
		if gap := s.apart(i-1, i); gap == " @ " || gap == " @" || gap == "@ " {
			s.found(bedside.FactEmail, s.mailbox(i-1), i+1)
		}
	case s.formAt(i-1) == "at" && i > 1 && s.isName(i-2) && s.formAt(i+1) != "dot" && s.mailbox(i-2) < i-2 && s.token(i-2).Sentence == s.token(i).Sentence:
		s.found(bedside.FactEmail, s.mailbox(i-2), i+1)
	}
}

// hexAddress reads an internet address of version 6, or a hardware address, that begins at a cell.
func (s *scan) hexAddress(i int32) {
	t := s.token(i)
	from := int(t.Start)
	if from > 0 && isHexSign(s.doc.Text[from-1]) {
		return
	}
	to := from
	for to < len(s.doc.Text) && to-from < 48 && isHexSign(s.doc.Text[to]) {
		to++
	}
	if to < len(s.doc.Text) && isWordSign(s.doc.Text[to]) {
		return
	}
	raw := strings.TrimRight(s.doc.Text[from:to], ":")
	var fact bedside.FactKind
	switch {
	case isHardwareAddress(raw):
		fact = bedside.FactDeviceNumber
	case isIPv6(raw):
		fact = bedside.FactIPAddress
	default:
		return
	}
	end := i
	for end < int32(len(s.cells)) && int(s.token(end).Start) < from+len(raw) {
		end++
	}
	if int(s.token(end-1).End) == from+len(raw) {
		s.found(fact, i, end)
	}
}

func isHexSign(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' || c == ':'
}

// isWordSign holds for what would make a longer word of hexadecimal digits.
func isWordSign(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80
}

// isIPv6: eight groups of one to four hexadecimal digits, or fewer with one "::"; a clock time has none of both.
func isIPv6(s string) bool {
	groups, gaps, size, letters := 0, 0, 0, false
	for i := 0; i <= len(s); i++ {
		switch {
		case i < len(s) && s[i] != ':':
			size++
			letters = letters || s[i] > '9'
			if size > 4 {
				return false
			}
		case size > 0:
			groups, size = groups+1, 0
		case i > 0 && i < len(s) && s[i-1] == ':':
			gaps++
		}
	}
	return groups == 8 && gaps == 0 || gaps == 1 && groups >= 3 && groups < 8 && letters
}

// isHardwareAddress: six pairs of hexadecimal digits with colons.
func isHardwareAddress(s string) bool {
	if len(s) != 17 {
		return false
	}
	for i := range len(s) {
		if (s[i] == ':') != (i%3 == 2) {
			return false
		}
	}
	return true
}
