package detect_test

import (
	"fmt"
	"net/netip"
	"slices"
	"strings"
	"testing"

	"bedside"
)

// kinds of the mentions of a text whose digits end in these.
func kindsOf(s, digits string) []bedside.FactKind {
	var out []bedside.FactKind
	for _, m := range mentions(scanners(), s) {
		if strings.HasSuffix(onlyDigits(s[m.Span.Start:m.Span.End]), digits) {
			out = append(out, m.Kind)
		}
	}
	return out
}

// FuzzTelephones: every North American number that is nobody's free line is found, however it is set apart.
func FuzzTelephones(f *testing.F) {
	f.Add(uint16(215), uint16(555), uint16(143), uint8(0))
	f.Add(uint16(999), uint16(999), uint16(9999), uint8(3))
	f.Add(uint16(415), uint16(200), uint16(0), uint8(5))
	f.Add(uint16(604), uint16(230), uint16(1000), uint8(7))
	writings := []string{"%03d-%03d-%04d", "%03d.%03d.%04d", "%03d %03d %04d", "(%03d) %03d-%04d", "(%03d)%03d-%04d", "+1 %03d %03d %04d", "1-%03d-%03d-%04d", "%03d%03d%04d", "001-%03d-%03d-%04d"}
	f.Fuzz(func(t *testing.T, area, exchange, number uint16, style uint8) {
		area, exchange, number = 200+area%800, 200+exchange%800, number%10000
		switch area {
		case 800, 833, 844, 855, 866, 877, 888:
			return // a free line
		}
		s := fmt.Sprintf("ring "+writings[int(style)%len(writings)]+" ok", area, exchange, number)
		digits := fmt.Sprintf("%03d%03d%04d", area, exchange, number)
		if got := kindsOf(s, digits); !slices.Contains(got, bedside.FactPhone) {
			t.Errorf("%q: %v", s, got)
		}
	})
}

// FuzzCards: a number with Luhn's check digit is a card, and with another it is none.
func FuzzCards(f *testing.F) {
	f.Add(uint64(411111111111111))
	f.Add(uint64(550000000000000))
	f.Add(uint64(601100000000000))
	f.Fuzz(func(t *testing.T, n uint64) {
		body := fmt.Sprintf("4%014d", n%100_000_000_000_000)
		check := luhnDigit(body)
		right, wrong := fmt.Sprintf("%s%d", body, check), fmt.Sprintf("%s%d", body, (check+1)%10)
		if got := kindsOf("it is "+right+" now", right); !slices.Contains(got, bedside.FactAccountNumber) {
			t.Errorf("%s: %v", right, got)
		}
		if got := kindsOf("it is "+wrong+" now", wrong); slices.Contains(got, bedside.FactAccountNumber) {
			t.Errorf("%s, with a wrong check digit: %v", wrong, got)
		}
	})
}

func luhnDigit(body string) int {
	sum := 0
	for i := range len(body) {
		n := int(body[len(body)-1-i] - '0')
		if i%2 == 0 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return (10 - sum%10) % 10
}

// FuzzRecords: what stands behind a sure label is a record number.
func FuzzRecords(f *testing.F) {
	f.Add(uint32(4471823), uint8(0))
	f.Add(uint32(998877), uint8(2))
	f.Add(uint32(20240), uint8(4))
	labels := []string{"MRN ", "mrn: ", "MRN# ", "MRN", "#MRN", "hospital number ", "MR# ", "patient ID: ", "medical record no. "}
	f.Fuzz(func(t *testing.T, n uint32, style uint8) {
		digits := fmt.Sprintf("%07d", n%10_000_000)
		s := "see " + labels[int(style)%len(labels)] + digits + " today"
		if got := kindsOf(s, digits); !slices.Contains(got, bedside.FactRecordNumber) && !strings.HasSuffix(digits, "000") {
			t.Errorf("%q: %v", s, got)
		}
	})
}

// FuzzMachineAddresses: what is said to be an internet address is one.
func FuzzMachineAddresses(f *testing.F) {
	for _, s := range []string{"2001:db8::ff00:42:8329", "10.0.0.1 ::1", "1:2:3:4:5:6:7:8", "a:b:c:d:e:f:a:b:c", "12:30:45", "fe80::1::2", "00:1B:44:11:3A:B7", "256.1.1.1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, m := range mentions(scanners(), s) {
			if m.Kind != bedside.FactIPAddress {
				continue
			}
			if got := strings.TrimRight(s[m.Span.Start:m.Span.End], ":"); !isAddress(got) {
				t.Errorf("%q is no internet address", got)
			}
		}
	})
}

// isAddress asks the standard library, which takes no leading noughts in version 4.
func isAddress(s string) bool {
	if _, err := netip.ParseAddr(s); err == nil {
		return true
	}
	parts := strings.Split(s, ".")
	return len(parts) == 4 && !strings.ContainsFunc(strings.Join(parts, ""), func(r rune) bool { return r < '0' || r > '9' })
}

// FuzzDigits: a number's mention has a digit, or says one.
func FuzzDigits(f *testing.F) {
	for _, s := range []string{
		"MRN policy no plate reg", "call four one five five five five oh one double three", "14 Elm Street Apt 4B", "flat no", "PO Box 412", "zip code 036", "in 412B", "QQ 12 34 56 C",
		"GB82 WEST 1234 5698 7654 32", "1-2-3-4-5-6-7-8-9-0-1-2-3-4-5", "Denmark 3501", "12 rue de la Paix", "(((((415) 555-0143", "+++44 (0)20 7946 0958", "4 4 4 4 4 4 4 4 4", "x402 ext ext. 4 x",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, m := range mentions(scanners(), s) {
			switch m.Kind {
			case bedside.FactPhone, bedside.FactRecordNumber, bedside.FactNationalNumber, bedside.FactAccountNumber, bedside.FactLicenceNumber, bedside.FactPlate:
				if got := s[m.Span.Start:m.Span.End]; onlyDigits(got) == "" && !saysDigits(got) {
					t.Errorf("%s %q has no digit", m.Kind, got)
				}
			default:
			}
		}
	})
}

// saysDigits holds for a row of digits in words or in other scripts than ours.
func saysDigits(s string) bool {
	s = strings.ToLower(s)
	for _, w := range []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "zero", "oh", "nought"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return strings.IndexFunc(s, func(r rune) bool { return r > 127 }) >= 0
}
