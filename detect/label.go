package detect

import (
	"strings"

	"bedside"
	"bedside/text"
)

// label is what names a number: "MRN", "hosp no", "insurance ID:".
type label struct {
	fact  bedside.FactKind
	first int32 // its first cell
	alone int   // letters and digits that a code needs behind the bare word
	named int   // the same behind "number", "no", "id" or #; 0 if these must not be
}

// enough reports whether a code is long enough for the label.
func (l *label) enough(c code, named bool) bool {
	if named {
		return l.named > 0 && c.length >= l.named && c.digits >= 3
	}
	return c.length >= l.alone && c.digits >= 3
}

const never = 99 // no code is that long: the bare word names nothing

// labelBefore reads the label before a cell; named tells whether "number" or its like stands between them. What stands
// between must be a colon, a bracket or the like.
func (s *scan) labelBefore(i int32) (l label, named, ok bool) {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		mark, open := labelGap(s.apart(k, k+1))
		if !open {
			return l, named, false
		}
		named = named || mark
		switch f := s.formAt(k); {
		case s.inAt(k, setLabelNumber):
			if l, ok = s.labelAt(k); ok && f == "ref" {
				return l, named, ok
			}
			named = true
		case f == "ends", f == "ending":
			named = true
		case f == "id", f == "ids":
			if l, _, ok = s.labelBefore(k); ok && l.fact != bedside.FactPhone {
				return l, true, true
			}
			return label{fact: bedside.FactAccountNumber, first: k, alone: 6, named: 5}, named, true
		case s.inAt(k, setLabelGap):
			if l, ok = s.labelAt(k); ok {
				return l, named, ok
			}
		default:
			l, ok = s.labelAt(k)
			return l, named, ok
		}
	}
	return l, named, false
}

// labelGap reports whether a label and its number may have this between them, and whether it is a number sign.
func labelGap(gap string) (mark, open bool) {
	if len(gap) > 8 {
		return false, false
	}
	for _, r := range gap {
		switch r {
		case '#', '№':
			mark = true
		case ' ', '?', '\u3000', '\u202f', ':', '-', '–', '—', '(', '[', '"', '“', '‘', '\'', '*', '`', '=', '.', '\n', '\r', '\t', '|', '_', '\u00a0', '>', '/', '<', '{':
		default:
			return false, false
		}
	}
	return mark, true
}

// formAt is the folded word of any cell, or "".
func (s *scan) formAt(i int32) string {
	if i < 0 || i >= int32(len(s.cells)) {
		return ""
	}
	return s.token(i).Form
}

// labelAt is the label whose last word is at a cell. Letters with dots ("m.r.n.") are put together.
func (s *scan) labelAt(k int32) (label, bool) {
	w, first := s.formAt(k), k
	if len(w) == 1 {
		w, first = s.dottedLetters(k)
	}
	l, ok := s.labelOf(w, s.formAt(first-1))
	if !ok {
		return label{}, false
	}
	l.first = first
	if s.qualifies(first - 1) {
		l.first--
	}
	return l, true
}

// dottedLetters puts single letters together, backwards from a cell: m. r. n.
func (s *scan) dottedLetters(k int32) (string, int32) {
	var b [4]byte
	n, first := len(b), k
	for n > 0 && k >= 0 && len(s.token(k).Form) == 1 && s.token(k).Kind == text.Word {
		if k < first && !strings.HasPrefix(s.apart(k, k+1), ".") && s.apart(k, k+1) != "/" && s.apart(k, k+1) != " " {
			break
		}
		n--
		b[n], first = s.token(k).Form[0], k
		k--
	}
	return string(b[n:]), first
}

// qualifies holds for words that belong to the label behind them: "medical record", "health card", "driver's licence".
func (s *scan) qualifies(k int32) bool {
	return s.inAt(k, setQualifiesNumber)
}

// labelOf is the label that a word is; before is the word before it.
func (s *scan) labelOf(w, before string) (label, bool) {
	in := s.membersOf(w)
	if l, ok := recordLabel(w, before, in); ok {
		return l, true
	}
	if l, ok := nationalLabel(w, before, in); ok {
		return l, true
	}
	if l, ok := accountLabel(w, before, in); ok {
		return l, true
	}
	if l, ok := licenceLabel(w, before, in); ok {
		return l, true
	}
	return s.thingLabel(w, before)
}

// recordLabel: numbers that a hospital or a practice gives to a patient, a visit or a specimen.
func recordLabel(w, before string, in *members) (label, bool) {
	l := label{fact: bedside.FactRecordNumber}
	switch {
	case in.has(setRecordLabel):
		l.alone, l.named = 4, 4
	case in.has(setRecordLetters): // typos, and letters that mean much else
		l.alone, l.named = never, 4
	case w == "record", w == "records", w == "rec", w == "episode", w == "visit":
		l.alone, l.named = never, 5
		if before == "medical" || before == "med" || before == "health" || before == "patient" || before == "hospital" {
			l.alone, l.named = 4, 4
		}
	case in.has(setRecordWord):
		l.alone, l.named = 6, 4
	default:
		return label{}, false
	}
	return l, true
}

// nationalLabel: numbers that a state or its health service gives.
func nationalLabel(w, before string, in *members) (label, bool) {
	l := label{fact: bedside.FactNationalNumber, alone: 4, named: 4}
	switch {
	case in.has(setNationalLabel):
		if w == "uid" || w == "pan" || w == "nhs" || w == "nie" || w == "sss" {
			l.alone = 7
		}
	case in.has(setNationalWord):
		l.alone, l.named = 7, 5
	case w == "security":
		return l, before == "social"
	case w == "health":
		l.alone = 6
		return l, before != "mental" && before != "public" && before != "global"
	case w == "insurance":
		return l, before == "national"
	case w == "passport", w == "passports":
		l.fact, l.alone, l.named = bedside.FactLicenceNumber, 6, 5
	default:
		return label{}, false
	}
	return l, true
}

// accountLabel: numbers of plans, accounts, cards and customers.
func accountLabel(w, before string, in *members) (label, bool) {
	l := label{fact: bedside.FactAccountNumber, alone: 6, named: 4}
	switch {
	case in.has(setAccountLabel):
	case in.has(setAccountWord):
		l.alone, l.named = 9, 4
		if w == "card" && (before == "health" || before == "care" || before == "medicare") {
			l.fact, l.alone = bedside.FactNationalNumber, 6
		}
	case w == "sort":
		l.alone, l.named = never, 6
	default:
		return label{}, false
	}
	return l, true
}

// licenceLabel: licences, certificates and registrations of people.
func licenceLabel(w, before string, in *members) (label, bool) {
	l := label{fact: bedside.FactLicenceNumber, alone: 6, named: 4}
	switch {
	case w == "npi", w == "dea", w == "upin":
		l.alone = 4
	case in.has(setLicenceBody):
	case w == "licence", w == "license", w == "certificate", w == "cert", w == "licences", w == "licenses":
		if before == "driver" || before == "drivers" || before == "'s" || before == "driving" {
			l.alone = 5
		}
	default:
		return label{}, false
	}
	return l, true
}

// thingLabel: vehicles by their long number, and devices. Plates are read apart: scan.plate.
func (s *scan) thingLabel(w, before string) (label, bool) {
	switch w {
	case "registration", "reg":
		l, ok := licenceLabel(before, "", s.membersOf(before))
		l.alone = 6
		return l, ok
	case "vin", "chassis":
		return label{fact: bedside.FactPlate, alone: 8, named: 8}, true
	case "serial", "sn", "imei", "udi", "imsi", "iccid":
		return label{fact: bedside.FactDeviceNumber, alone: 6, named: 4}, true
	case "device", "pacemaker", "implant", "pump", "model", "stent":
		return label{fact: bedside.FactDeviceNumber, alone: never, named: 5}, true
	}
	return label{}, false
}
