package detect

import (
	"strings"

	"bedside"
)

// Telephone numbers. Lines that anybody may call are no personal identifier: short numbers (988, 999, 116 123), and
// those that are free or shared (1-800, 0800, 0808, 1300, 1800), which nobody has at home, are left alone.

// phoneShape knows telephone numbers by how their digits are grouped.
func (f *figures) phoneShape() bool {
	d := f.all()
	switch {
	case f.public():
		return false
	case f.plus:
		return f.total >= 8 && f.total <= 15
	case f.total > 2 && d[0] == '0' && d[1] == '0' && d[2] != '0':
		return f.total >= 11 && f.total <= 17
	case f.are(3, 3, 4):
		return d[0] != '0' || d[1] != '0'
	case d[0] == '1' && (f.are(1, 3, 3, 4) || (f.are(11) || f.are(1, 10)) && northAmerican(d[1:])):
		return true
	case f.are(10):
		return northAmerican(d) || d[0] >= '6' || d[0] == '0' && d[1] != '0'
	case f.are(5, 5):
		return d[0] >= '6' // an Indian mobile
	case d[0] == '0' && d[1] != '0':
		return f.national()
	case f.bracket && f.count > 1:
		return f.total >= 8 && f.total <= 12
	case f.groups[0].size == 3 && string(d[:3]) == "555":
		return f.are(3, 4) && f.groups[1].sign == '-'
	}
	return false
}

// national: a nought, then nine or ten digits, as they are dialled within most countries.
func (f *figures) national() bool {
	if f.count == 2 && f.total >= 8 && f.total < 10 && f.groups[0].size < f.groups[1].size && f.groups[1].size >= 6 && f.groups[0].size > 1 {
		return f.groups[1].sign == '-' || f.groups[1].sign == ')'
	}
	if f.total < 9 || f.total > 11 || f.total == 9 && (f.count == 1 || f.digits[1] != '2') {
		return false
	}
	for _, g := range f.groups[:f.count] {
		if g.size < 2 || g.sign == '/' && g.size < 5 {
			return false
		}
	}
	return true
}

// public holds for lines that anybody may call: those that cost the caller nothing or little.
func (f *figures) public() bool {
	d := f.all()
	if len(d) < 7 {
		return true
	}
	if d[0] == '1' && (f.groups[0].size == 1 || len(d) == 11) {
		d = d[1:]
	}
	switch string(d[:3]) {
	case "800", "833", "844", "855", "866", "877", "888":
		return len(d) == 10 || f.groups[0].size <= 3 && f.count > 1
	case "080":
		return d[3] == '0' || d[3] == '8' && f.total <= 11 && f.groups[0].size == 4
	case "130", "180":
		return d[3] == '0' && len(d) == 10
	}
	return false
}

// northAmerican: area code and exchange begin with 2 to 9.
func northAmerican(d []byte) bool { return len(d) == 10 && d[0] >= '2' && d[3] >= '2' }

// phoneLabelled reads digits behind "phone", "call her on", "fax:" and the like; also extensions and pagers.
func (s *scan) phoneLabelled(c code, i int32) int32 {
	first, least := s.phoneLabel(c.first)
	if least == 0 || c.first < i && s.formAt(c.first) != "x" {
		return 0
	}
	f, ok := s.figures(i)
	if !ok {
		return 0
	}
	for n := f.count; n > 0; n-- {
		p := f.prefix(n)
		if p.total >= least && p.total <= 15 && (!p.public() || least < 7) && !isYear(s.token(i).Form) && !strings.HasSuffix(s.token(i).Form, "0000") && (n == f.count || f.groups[n].sign == ' ') {
			if least == 3 && p.total > 6 {
				continue
			}
			s.foundAcross(bedside.FactPhone, first, s.extension(p.end))
			return s.extension(p.end)
		}
	}
	return 0
}

// phoneAfter reads "555 0143 is my number": digits before the words for a telephone.
func (s *scan) phoneAfter(f *figures) bool {
	if f.total < 7 || f.total > 15 || f.public() {
		return false
	}
	switch {
	case s.formAt(f.end) == "is", s.formAt(f.end) == "was", s.formAt(f.end) == "'s":
	case s.inAt(f.end, setBehindPhone):
		gap := s.apart(f.end-1, f.end)
		return gap == "-" || gap == " (" || gap == "("
	default:
		return false
	}
	for k := f.end + 1; k < f.end+4 && k < int32(len(s.cells)); k++ {
		switch {
		case s.inAt(k, setWhosePhone):
		case s.inAt(k, setPhoneWord):
			return true
		case s.formAt(k) == "number":
			return k > f.end+1
		default:
			return false
		}
	}
	return false
}

// phoneLabel is where the label of a telephone number begins and how many digits it needs; 0 if there is none.
func (s *scan) phoneLabel(i int32) (first int32, least int) {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if _, open := labelGap(s.apart(k, k+1)); !open {
			return 0, 0
		}
		switch {
		case s.inAt(k, setPhoneLabel):
			return i, 6
		case s.inAt(k, setPhoneCall):
			return i, 7
		case s.inAt(k, setPagerLabel):
			return k, 3
		case s.inAt(k, setPhoneGap):
		default:
			return 0, 0
		}
	}
	return 0, 0
}

// extension is the cell behind "x402" or "ext. 402", if that follows, else the cell itself.
func (s *scan) extension(end int32) int32 {
	switch s.formAt(end) {
	case "x", "ext", "extn", "extension":
		if k := end + 1; k < int32(len(s.cells)) && s.token(k).Sentence == s.token(end).Sentence && len(s.apart(end-1, end)) < 4 {
			if n := countDigits(s.formAt(k)); n > 0 && n <= 6 && n == len(s.formAt(k)) {
				return k + 1
			}
		}
	}
	return end
}
