package detect

import (
	"strings"

	"bedside"
	"bedside/text"
)

// scanNumbers finds numbers that belong to one person: record numbers by their label, telephone, social security and
// health-service numbers by their shape and checksum, plates and licences by their label.
func scanNumbers(s *scan) {
	for _, l := range s.lines {
		for i := l.first; i < l.end; i++ {
			if fact := labelOf(s.form(l, i)); fact != bedside.FactNone {
				s.labelled(l, i, fact)
			}
			if s.token(i).Kind == text.Number && !s.adjoins(l, i) {
				s.shaped(l, i)
			}
		}
	}
}

func labelOf(w string) bedside.FactKind {
	switch w {
	case "mrn", "mrns", "urn", "umrn", "csn", "nhi", "hospno", "uhid", "accession", "encounter", "patientid", "chi", "hn":
		return bedside.FactRecordNumber
	case "hospital", "record", "chart", "case", "file", "folder", "hosp", "medical":
		return bedside.FactRecordNumber
	case "ssn", "sin", "nhs", "ohip", "phn", "medicare", "ni", "aadhaar", "bvn", "nric", "ramq":
		return bedside.FactNationalNumber
	case "policy", "account", "acct", "claim", "insurance", "member", "hmo":
		return bedside.FactAccountNumber
	case "licence", "license", "dea", "npi", "gmc", "nmc", "certificate":
		return bedside.FactLicenceNumber
	case "plate", "registration", "reg", "vin":
		return bedside.FactPlate
	case "serial":
		return bedside.FactDeviceNumber
	}
	return bedside.FactNone
}

// labelled reads "MRN# 0034512", "hosp no 442-19": a label, at most three filling words, then a code with enough digits.
func (s *scan) labelled(l line, i int32, fact bedside.FactKind) {
	k := i + 1
	named := labelAlone(s.form(l, i))
	for n := 0; n < 3; n++ {
		switch s.form(l, k) {
		case "number", "no", "num", "id", "#", "card":
			named = true
			k++
		case "is", "was", "record", "identification":
			k++
		default:
			n = 3
		}
	}
	end, digits := s.code(l, k)
	if named && digits >= 4 {
		s.found(fact, i, end)
	}
}

// labelAlone holds for labels that need no "number" behind them.
func labelAlone(w string) bool {
	switch w {
	case "mrn", "umrn", "urn", "csn", "nhi", "uhid", "ssn", "npi", "dea", "patientid", "hospno", "vin", "aadhaar", "nric", "phn":
		return true
	}
	return false
}

// code reads tokens without a space between them, and digit groups with one, and counts their digits.
func (s *scan) code(l line, i int32) (end int32, digits int) {
	for end = i; end < l.end; end++ {
		t := s.token(end)
		if end > i && !s.glued(l, end) && t.Kind != text.Number {
			break
		}
		d := countDigits(t.Form)
		if d == 0 && (len(t.Form) > 3 || t.Kind != text.Word) {
			break
		}
		digits += d
	}
	return end, digits
}

func countDigits(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			n++
		}
	}
	return n
}

// adjoins reports whether the cell before is a number of the same run.
func (s *scan) adjoins(l line, i int32) bool {
	return i > l.first && s.token(i-1).Kind == text.Number && s.near(i-1, i)
}

// near reports whether two numbers can be groups of one: at most two bytes between them, and no comma.
func (s *scan) near(a, b int32) bool {
	from, to := s.token(a).End, s.token(b).Start
	return to-from <= 2 && strings.IndexByte(s.doc.Text[from:to], ',') < 0
}

// shaped reads a run of digit groups and knows it by their lengths.
func (s *scan) shaped(l line, i int32) {
	var groups [6]int
	var digits [16]byte
	n, total, end := 0, 0, i
	for ; end < l.end && n < len(groups); end++ {
		t := s.token(end)
		if t.Kind != text.Number || end > i && !s.near(end-1, end) {
			break
		}
		d := countDigits(t.Form)
		if total+d > len(digits) || strings.ContainsAny(t.Form, ",:/") {
			return
		}
		for g := range strings.SplitSeq(t.Form, ".") {
			if n == len(groups) {
				return
			}
			groups[n] = len(g)
			total += copy(digits[total:], g)
			n++
		}
	}
	if fact := shapeOf(groups[:n], digits[:total], s.plus(i)); fact != bedside.FactNone {
		s.found(fact, i, end)
	}
}

// plus reports whether the number is written with a country code.
func (s *scan) plus(i int32) bool {
	at := int(s.token(i).Start)
	return at > 0 && s.doc.Text[at-1] == '+'
}

func shapeOf(groups []int, digits []byte, plus bool) bedside.FactKind {
	switch {
	case isGroups(groups, 3, 2, 4) && string(digits[:3]) != "000" && digits[0] != '9':
		return bedside.FactNationalNumber // US social security number
	case plus && len(digits) >= 9:
		return bedside.FactPhone
	case isGroups(groups, 3, 3, 4):
		if !northAmerican(digits) && nhsChecksum(digits) {
			return bedside.FactNationalNumber
		}
		return bedside.FactPhone
	case isGroups(groups, 1, 3, 3, 4), isGroups(groups, 5, 6), isGroups(groups, 4, 3, 4), isGroups(groups, 3, 4, 4), isGroups(groups, 2, 4, 4), isGroups(groups, 4, 3, 3):
		return bedside.FactPhone
	case isGroups(groups, 3, 3, 3) && luhn(digits):
		return bedside.FactNationalNumber // Canadian social insurance number
	case isGroups(groups, 11) && digits[0] == '0', isGroups(groups, 10) && northAmerican(digits):
		return bedside.FactPhone
	case isGroups(groups, 4, 4, 4, 4) && luhn(digits):
		return bedside.FactAccountNumber
	}
	return bedside.FactNone
}

func isGroups(got []int, want ...int) bool {
	if len(got) != len(want) {
		return false
	}
	for i := range got {
		if got[i] != want[i] {
			return false
		}
	}
	return true
}

// northAmerican: area code and exchange begin with 2 to 9.
func northAmerican(d []byte) bool { return len(d) == 10 && d[0] >= '2' && d[3] >= '2' }

// nhsChecksum is the modulus 11 check of the ten-digit NHS number.
func nhsChecksum(d []byte) bool {
	sum := 0
	for i := range 9 {
		sum += int(d[i]-'0') * (10 - i)
	}
	check := 11 - sum%11
	if check == 11 {
		check = 0
	}
	return check == int(d[9]-'0')
}

func luhn(d []byte) bool {
	sum := 0
	for i := range d {
		n := int(d[len(d)-1-i] - '0')
		if i%2 == 1 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0
}
