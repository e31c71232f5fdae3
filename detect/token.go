package detect

import (
	"strings"

	"bedside"
	"bedside/text"
)

// scanTokens reports what a token is by its kind alone, and addresses of machines and mailboxes.
func scanTokens(s *scan) {
	for i := range s.cells {
		c := int32(i)
		switch t := s.token(c); t.Kind {
		case text.Handle:
			s.handle(c, t.Form)
		case text.Email:
			s.found(bedside.FactEmail, c, c+1)
		case text.Link:
			s.found(bedside.FactLink, c, c+1)
			s.spelledAddress(c)
			s.spacedAddress(c)
		case text.Number:
			if strings.Count(t.Form, ".") == 3 && isIPv4(t.Form) && !s.isVersion(c) {
				s.found(bedside.FactIPAddress, c, c+1)
			}
			s.colon(c, t)
		case text.Word:
			switch {
			case t.Form == "dot":
				s.spelledAddress(c)
			case s.inAt(c, setMailHost):
				s.spacedAddress(c)
			}
			if len(t.Form) <= 4 {
				s.colon(c, t)
			}
		case text.Punct, text.Emoji, text.Hashtag, text.Newline:
		}
	}
}

// colon looks for hexadecimal addresses where a colon follows a token or stands in it.
func (s *scan) colon(i int32, t *text.Token) {
	if isHexSign(t.Form[0]) && (int(t.End) < len(s.doc.Text) && (s.doc.Text[t.End] == ':' || isHexSign(s.doc.Text[t.End])) || strings.IndexByte(t.Form, ':') >= 0) {
		s.hexAddress(i)
	}
}

// handle reports an account's name, and the record number that it may hold: @pt_4471823.
func (s *scan) handle(i int32, form string) {
	s.found(bedside.FactHandle, i, i+1)
	at := strings.IndexAny(form, "0123456789")
	if at < 0 || countDigits(form) < 5 {
		return
	}
	if s.inWord(strings.Trim(form[:at], "_."), setHandleRecord) {
		s.found(bedside.FactRecordNumber, i, i+1)
	}
}

// isVersion holds for numbers of programs, which look like internet addresses: "v1.2.3.4".
func (s *scan) isVersion(i int32) bool {
	return s.inAt(i-1, setVersionWord)
}

func isIPv4(s string) bool {
	for p := range strings.SplitSeq(s, ".") {
		if n := atoi(p); n < 0 || n > 255 || len(p) > 3 {
			return false
		}
	}
	return true
}

// number is the value of a cell that is a number written in digits or a small number written as a word; -1 otherwise.
func (s *scan) number(l line, i int32) int {
	if i < l.first || i >= l.end {
		return -1
	}
	t := s.token(i)
	if t.Kind == text.Number {
		return atoi(t.Form)
	}
	return numberWord(t.Form)
}

func numberWord(w string) int {
	switch w {
	case "one":
		return 1
	case "two":
		return 2
	case "three":
		return 3
	case "four":
		return 4
	case "five":
		return 5
	case "six":
		return 6
	case "seven":
		return 7
	case "eight":
		return 8
	case "nine":
		return 9
	case "ten":
		return 10
	case "eleven":
		return 11
	case "twelve":
		return 12
	case "thirteen":
		return 13
	case "fourteen":
		return 14
	case "fifteen":
		return 15
	case "sixteen":
		return 16
	case "seventeen":
		return 17
	case "eighteen":
		return 18
	case "nineteen":
		return 19
	}
	return tens(w)
}

func tens(w string) int {
	switch w {
	case "twenty":
		return 20
	case "thirty":
		return 30
	case "forty":
		return 40
	case "fifty":
		return 50
	case "sixty":
		return 60
	case "seventy":
		return 70
	case "eighty":
		return 80
	case "ninety":
		return 90
	}
	return -1
}

// written reads a number that may take two cells ("thirty four"); next is the cell behind it.
func (s *scan) written(l line, i int32) (n int, next int32) {
	n = s.number(l, i)
	if n < 0 {
		return -1, i
	}
	if t := tens(s.form(l, i)); t > 0 {
		if unit := numberWord(s.form(l, i+1)); unit > 0 && unit < 10 {
			return t + unit, i + 2
		}
	}
	return n, i + 1
}

// capital reports whether a cell begins with a capital letter that its place in the sentence does not explain.
func (s *scan) capital(l line, i int32) bool {
	if i < l.first || i >= l.end {
		return false
	}
	t := s.token(i)
	return t.Kind == text.Word && t.Flags&text.Capital != 0
}

// glued reports whether no space stands before a cell.
func (s *scan) glued(l line, i int32) bool {
	return i > l.first && i < l.end && s.token(i).Flags&text.Glued != 0
}
