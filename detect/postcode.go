package detect

import (
	"slices"
	"strings"

	"bedside"
	"bedside/text"
)

// scanPostcodes finds postal codes: behind a word for them, a state or a country, and by the shapes of the United Kingdom,
// Canada and Ireland.
func scanPostcodes(s *scan) {
	for i := int32(0); i < int32(len(s.cells)); i++ {
		if s.token(i).Kind != text.Number || s.labelledPostcode(i) || s.regionPostcode(i) {
			continue
		}
		if i > 0 && s.token(i-1).Kind == text.Word && s.token(i-1).End == s.token(i).Start {
			s.shapedPostcode(i - 1)
		}
	}
}

// labelledPostcode reads digits, and letters with them, behind "zip", "postcode", "PIN" and the like.
func (s *scan) labelledPostcode(i int32) bool {
	first := i
	for first > 0 && s.closeTo(first-1, first) {
		first--
	}
	k := first - 1
	for n := 0; n < 3 && s.inAt(k, setFillsPostcode); n++ {
		k--
	}
	if k < 0 {
		return false
	}
	if _, open := labelGap(s.apart(first-1, first)); !open {
		return false
	}
	pin := false
	switch {
	case s.inAt(k, setPostcodeLabel):
	case s.formAt(k) == "post", s.formAt(k) == "postal":
		if k == first-1 {
			return false
		}
	case s.formAt(k) == "pin", s.formAt(k) == "pincode":
		pin = true
	default:
		return false
	}
	end := i + 1
	for end < int32(len(s.cells)) && end-i < 4 && (s.closeTo(end-1, end) || s.postcodeGroup(end)) {
		end++
	}
	return s.keepPostcode(k, first, end, pin)
}

// postcodeGroup holds for the second group of "394 13", "7412 SL", "SW1A 1AA".
func (s *scan) postcodeGroup(i int32) bool {
	t := s.token(i)
	return s.apart(i-1, i) == " " && (t.Flags&text.Upper != 0 && len(t.Form) == 2 || t.Kind == text.Number && len(t.Form) <= 3 && !strings.ContainsAny(t.Form, ".,:/"))
}

func (s *scan) keepPostcode(label, first, end int32, pin bool) bool {
	if s.token(label).Sentence != s.token(first).Sentence {
		label = first
	}
	raw := s.compact(first, end)
	digits := countDigits(raw)
	if len(raw) <= 4 && strings.Contains(britishAreas, " "+strings.ToUpper(strings.TrimRight(raw, "0123456789"))+" ") && raw[0] > '9' {
		s.found(bedside.FactPostcode, label, end) // a district: BS6
		return true
	}
	switch {
	case pin && (digits != 6 || len(raw) != 6), len(raw) > 10, digits < 2:
		return false
	case digits == 3 && len(raw) <= 5 && strings.Trim(raw[3:], "xX*0") == "":
		if isRestrictedZIP3(atoi(raw[:3])) {
			s.found(bedside.FactPostcode, label, end)
		}
		return true
	}
	s.found(bedside.FactPostcode, label, end)
	return true
}

// regionPostcode reads "PA 19104", "FPO AA 68422", "Denmark 3501".
func (s *scan) regionPostcode(i int32) bool {
	form := s.token(i).Form
	n := countDigits(form)
	if n != len(form) || n < 4 || n > 6 || i == 0 || s.token(i-1).Kind != text.Word || s.token(i-1).Sentence != s.token(i).Sentence {
		return false
	}
	end := i + 1
	switch region := s.token(i - 1); {
	case n == 5 && region.Flags&text.Upper != 0 && isStateCode(region.Form) && s.apart(i-1, i) == " " && (s.follows(i-1, ' ') && s.behindCity(i-1) || isForces(region.Form)):
		if end < int32(len(s.cells)) && s.apart(i, end) == "-" && len(s.formAt(end)) == 4 && s.token(end).Kind == text.Number {
			end++
		}
	case n == 5 && region.Flags&text.Capital != 0 && s.inWord(region.Form, setState) && s.apart(i-1, i) == " " && s.endsLine(end):
	case region.Flags&text.Capital != 0 && s.inWord(region.Form, setCountry) && s.apart(i-1, i) == " " && !isYear(form) && s.endsLine(end):
	default:
		return false
	}
	s.found(bedside.FactPostcode, i, end)
	return true
}

// behindCity holds for a cell behind a capitalised word: OK is a state only then.
func (s *scan) behindCity(i int32) bool {
	if i == 0 || s.token(i-1).Sentence != s.token(i).Sentence {
		return false
	}
	return s.token(i-1).Flags&text.Capital != 0
}

// isForces holds for the regions of mail to the armed forces.
func isForces(w string) bool { return w == "aa" || w == "ae" || w == "ap" }

// addressWords is how many words may stand between a street and its postal code.
const addressWords = 6

// postcodeBehind reads the postal code of an address that ends before a cell: digits before, between or behind the
// capitalised words of its last lines. near are the addresses about it, whose own numbers are none.
func (s *scan) postcodeBehind(end int32, near []found) {
	for k := end; k < int32(len(s.cells)) && k <= end+addressWords; k++ {
		t := s.token(k)
		if strings.ContainsAny(s.apart(k-1, k), ".!:;\"&+") {
			return
		}
		switch {
		case t.Kind == text.Number && k > 0 && s.isPostalDigits(k) && !slices.ContainsFunc(near, func(f found) bool { return f.first <= k && k < f.end }):
			s.found(bedside.FactPostcode, k, k+1)
			return
		case t.Kind == text.Number, t.Kind == text.Word && (t.Flags&text.Capital != 0 || len(t.Form) <= 2):
		default:
			return
		}
	}
}

// isPostalDigits: four to six digits at an end of a line, or before the name of a town.
func (s *scan) isPostalDigits(i int32) bool {
	form := s.token(i).Form
	n := len(form)
	if n < 4 || n > 6 || countDigits(form) != n || isYear(form) || s.closeTo(i, i+1) {
		return false
	}
	return s.endsLine(i+1) || s.token(i+1).Flags&text.Capital != 0 && s.apart(i, i+1) == " "
}

// endsLine reports whether nothing but marks follows on the line before a cell.
func (s *scan) endsLine(i int32) bool {
	return i >= int32(len(s.cells)) || s.token(i).Sentence != s.token(i-1).Sentence || strings.ContainsAny(s.apart(i-1, i), "\n,")
}

// shapedPostcode knows British, Canadian and Irish codes that begin with the letters of a cell.
func (s *scan) shapedPostcode(i int32) {
	if i > 0 && s.token(i).Flags&text.Glued != 0 && s.apart(i-1, i) == "" {
		return
	}
	for end := i + 3; end <= i+6 && end <= int32(len(s.cells)); end++ {
		from, to := s.token(i).Start, s.token(end-1).End
		if to-from > 8 || s.token(end-1).Sentence != s.token(i).Sentence {
			return
		}
		if end < int32(len(s.cells)) && s.token(end).Start == to && s.token(end).Kind != text.Punct {
			continue
		}
		if isPostcode(s.doc.Text[from:to]) {
			s.found(bedside.FactPostcode, i, end)
			return
		}
	}
}

// isPostcode knows a code by its shape. Small letters are believed only where they cannot be a dose or an ordinal.
func isPostcode(raw string) bool {
	upper := strings.ToUpper(raw)
	switch shape := shapeOf(upper); shape {
	case "A9 9AA", "A99 9AA":
		return raw == upper && isBritish(upper)
	case "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA":
		return isBritish(upper) && (raw == upper || !strings.HasSuffix(raw, "th") && !strings.HasSuffix(raw, "st") && !strings.HasSuffix(raw, "nd") && !strings.HasSuffix(raw, "rd"))
	case "A9A 9A9", "A9A9A9", "A9A-9A9":
		return isCanadian(upper, raw == upper)
	}
	return raw == upper && isIrish(upper)
}

// isBritish: one of the areas, and a last part without the letters that are never in it.
func isBritish(code string) bool {
	area := strings.TrimRight(code[:2], "0123456789")
	inward := code[len(code)-2:]
	return !strings.ContainsAny(inward, "CIKMOV") && strings.Contains(britishAreas, " "+area+" ")
}

const britishAreas = " AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX " +
	"IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY " +
	"TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE "

// isCanadian leaves out what clinicians write in the same shape: T2N0M0, G2P1A0, E4V5M6, L4L5S1.
func isCanadian(code string, upper bool) bool {
	c := strings.NewReplacer(" ", "", "-", "").Replace(code)
	letters := string([]byte{c[0], c[2], c[4]})
	switch letters {
	case "TNM", "GPA", "GPL", "PGA", "GTP", "EVM", "EMV":
		return false
	}
	if len(code) == 6 && strings.Trim(letters, "CTLS") == "" {
		return false // vertebrae
	}
	return strings.IndexByte("DFIOQUWZ", c[0]) < 0 && !strings.ContainsAny(letters[1:], "DFIOQU") && (upper || len(code) == 7)
}

// isIrish: a routing key and four letters or digits, of those that are in use, with a digit among the last four.
func isIrish(code string) bool {
	c := strings.Replace(code, " ", "", 1)
	if len(c) != 7 || len(code) != 8 || code[3] != ' ' || strings.Trim(c[1:], "0123456789ACDEFHKNPRTVWXY") != "" {
		return false
	}
	key, rest := shapeOf(c[:3]), c[3:]
	return strings.IndexByte("ACDEFHKNPRTVWXY", c[0]) >= 0 && (key == "A99" || c[:3] == "D6W") && countDigits(rest) > 0 && countDigits(rest) < 4
}

// isStateCode holds for the postal abbreviations of the states, territories and armed forces of the USA.
func isStateCode(w string) bool {
	return len(w) == 2 && strings.Contains(" al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa "+
		"ri sc sd tn tx ut vt va wa wv wi wy pr vi gu as mp aa ae ap ", " "+w+" ")
}
