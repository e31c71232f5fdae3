package detect_test

import (
	"fmt"
	"strings"
	"testing"

	"bedside"
)

func TestLabelledNumbers(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"record", "MRN 0034512, MRN# 0034513", "record_number MRN 0034512; record_number MRN# 0034513"},
		{"record in parts", "mrn is 003-4512", "record_number mrn is 003-4512"},
		{"with dots", "m.r.n. 4471823", "record_number m.r.n. 4471823"},
		{"typed wrong", "MRM# 4471823", "record_number MRM# 4471823"},
		{"hospital number", "hosp no 442-19", "record_number hosp no 442-19"},
		{"hospital number, short", "hosp num: 4471823", "record_number hosp num: 4471823"},
		{"medical record number", "medical record number 00998", "record_number medical record number 00998"},
		{"with letters", "file number A12345", "record_number file number A12345"},
		{"letters and hyphen", "MRN: EM-123456 and Med Rec#: CC-789654", "record_number MRN: EM-123456; record_number Med Rec#: CC-789654"},
		{"behind a date", "seen 04/15/2023 (MRN: 789-45-67)", "date 04/15/2023; record_number MRN: 789-45-67"},
		{"patient", "patient #52181984, pt id 88231", "record_number patient #52181984; record_number pt id 88231"},
		{"the system", "See EMR 9142618 for the rest", "record_number EMR 9142618"},
		{"a hashtag", "look at #MRN4471823", "record_number MRN4471823"},
		{"a handle", "ask @pt_4471823", "handle @pt_4471823; record_number @pt_4471823"},
		{"written together", "MRN4471823", "record_number MRN4471823"},
		{"the label behind", "4471823 (MRN), 447-1823 is his hospital number", "record_number 4471823 (MRN); record_number 447-1823 is his hospital number"},
		{"on the next line", "MRN:\n4471823", "record_number 4471823"},
		{"behind a name", "Jane Okafor 4471823, Tom (5581902)", "name Jane Okafor; record_number 4471823; name Tom; record_number 5581902"},
		{"its end", "acct ending in 4471", "account_number acct ending in 4471"},
		{"an answer", "The MRN? 4471823", "record_number 4471823"},
		{"in groups", "MRN 123 456 789 now", "record_number MRN 123 456 789"},
		{"social security", "SSN is 4521", "national_number SSN is 4521"},
		{"social security in full", "social security number is 123456789", "national_number social security number is 123456789"},
		{"health cards", "NHS no: 9434765919, OHIP 1234-567-890-AB, PHN 9876 543 218", "national_number NHS no: 9434765919; national_number OHIP 1234-567-890-AB; national_number PHN 9876 543 218"},
		{"health number elsewhere", "NHI ZZZ0016, BVN: 22212345678, KVNR A123456780", "national_number NHI ZZZ0016; national_number BVN: 22212345678; national_number KVNR A123456780"},
		{"account", "policy no 88123, Acct# 99887766", "account_number policy no 88123; account_number Acct# 99887766"},
		{"insurance", "(Insurance: ABC-987654), ins is ZY-567890, plan ID #123-45-6789", "account_number Insurance: ABC-987654; account_number ins is ZY-567890; account_number plan ID #123-45-6789"},
		{"sort code", "sort code 12-34-56", "account_number sort code 12-34-56"},
		{"some id", "ID: 718-48-3146, user ID 987654", "account_number ID: 718-48-3146; account_number user ID 987654"},
		{"licence", "NPI 1234567, DEA AB123456, GMC 7654321", "licence_number NPI 1234567; licence_number DEA AB123456; licence_number GMC 7654321"},
		{"driver", "driver's license number is D1234567", "licence_number license number is D1234567"},
		{"passport", "passport no: X1234567", "licence_number passport no: X1234567"},
		{"passport by its shape", "it said C56846726", "licence_number C56846726"},
		{"by its middle", "My CA-DL-937289531463 and NZ-ID-7190891", "licence_number CA-DL-937289531463; account_number NZ-ID-7190891"},
		{"plates", "plate ABC 1234, reg KX19 ABC, license plate 7ABC123", "plate plate ABC 1234; plate reg KX19 ABC; plate license plate 7ABC123"},
		{"vehicle", "VIN 1HGCM82633A004353", "plate VIN 1HGCM82633A004353"},
		{"serial", "serial number 88-1234, S/N 8812349", "device_number serial number 88-1234; device_number S/N 8812349"},
		{"hardware address", "it says 00:1B:44:11:3A:B7", "device_number 00:1B:44:11:3A:B7"},
	})
}

func TestShapedNumbers(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"US social security", "123-45-6789", "national_number 123-45-6789"},
		{"Canadian insurance", "046 454 286", "national_number 046 454 286"},
		{"NHS", "111 222 3339", "national_number 111 222 3339"},
		{"British insurance", "AB123456C and AB 12 34 56 C", "national_number AB123456C; national_number AB 12 34 56 C"},
		{"Quebec", "BOUF 5712 1234", "national_number BOUF 5712 1234"},
		{"British Columbia", "9876 543 218", "national_number 9876 543 218"},
		{"Aadhaar", "2345 6789 0124", "national_number 2345 6789 0124"},
		{"Australian Medicare", "2123 45670 1", "national_number 2123 45670 1"},
		{"South African", "8001015009087", "national_number 8001015009087"},
		{"Irish", "1234567T, 1234567TW", "national_number 1234567T; national_number 1234567TW"},
		{"Medicare beneficiary", "1EG4-TE5-MK73", "national_number 1EG4-TE5-MK73"},
		{"card", "4111 1111 1111 1111, 4111-1111-1111-1111", "account_number 4111 1111 1111 1111; account_number 4111-1111-1111-1111"},
		{"card of fifteen digits", "3782 822463 10005", "account_number 3782 822463 10005"},
		{"international account", "GB82WEST12345698765432 or GB82 WEST 1234 5698 7654 32", "account_number GB82WEST12345698765432; account_number GB82 WEST 1234 5698 7654 32"},
		{"vehicle", "1HGCM82633A004352", "plate 1HGCM82633A004352"},
		{"drug enforcement", "AB1234563", "licence_number AB1234563"},
	})
}

func TestNoNumbers(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"label without a number", "the MRN, my policy, the chart", ""},
		{"too few digits", "MRN 345", ""},
		{"a word that is a label sometimes", "hospital 44219, case 4421, policy 88123", ""},
		{"years and thousands behind such a word", "patient number 10000, case number 1000, member 12000", ""},
		{"years behind such a word", "case number 2024, Plan 2025-2030", "year 2024; year 2025; year 2030"},
		{"a date behind a label", "chart no 12/03/2024", "date 12/03/2024"},
		{"no such social security", "000-45-6789, 900-45-6789", ""},
		{"false check digit, insurance", "046 454 287", ""},
		{"false check digit, card", "4111 1111 1111 1112", ""},
		{"false check digit, account", "GB82WEST12345698765433", ""},
		{"false check digit, vehicle", "1HGCM82633A004353", ""},
		{"false check digit, Aadhaar", "2345 6789 0125", ""},
		{"false check letter, Irish", "1234567A", ""},
		{"counts", "12345, 3,000,000, 98 76 54", ""},
		{"a long row", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18", ""},
		{"more digits than any number", "12345678901234567890123456789012345678901234567890", ""},
		{"doses", "gave 500 mg then 1000 ml, 5-FU 400 mg/m2, vitamin B12 5mg", ""},
		{"vitals", "BP 120/80 HR 110 RR 24 SpO2 88 T 38.5", ""},
		{"values", "Na 138 K 4.2 Cl 101 HCO3 24 glucose 102", ""},
		{"pregnancy, coma, spine, stage", "G2P1A0, L4L5S1, T2N0M0", ""},
		{"trials and articles", "NCT01234567, PMID 12345678, doi 10.1056/2034577", ""},
		{"books", "ISBN 978-0-306-40615-7 and ISBN 9780306406157", ""},
		{"codes of diagnoses", "ICD-10 code Z98890, CPT code 99214", ""},
		{"counts behind a name", "Okafor 100000, Okafor 20240312", ""},
		{"prices", "$1234567890, £45000, 12345678%", ""},
		{"scores", "won 21-19, 15-21, 7-6", ""},
		{"followers", "12345 followers, 10000 steps", ""},
		{"hashtags", "#MedTwitter24 #covid19", ""},
		{"flights and buses", "flight BA123456, bus 154", ""},
		{"plates to eat from", "plate 2 of food, growth plate 12345, tag 5 friends", ""},
		{"registrars", "reg 3 trainee, student 204, staff 12000", ""},
		{"years in a row", "1994 2020 2021", "year 1994; year 2020; year 2021"},
	})
}

func TestSpokenNumbers(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"telephone", "call me four one five five five five oh one double three", "phone four one five five five five oh one double three"},
		{"with commas and hyphens", "at four-one-five, five five five, oh one two three", "phone four-one-five, five five five, oh one two three"},
		{"a nought first", "oh seven seven oh oh nine oh oh one two three", "phone oh seven seven oh oh nine oh oh one two three"},
		{"record", "her mrn is four four seven one eight two three", "record_number mrn is four four seven one eight two three"},
		{"without a label", "it was three one four one five nine two six", "account_number three one four one five nine two six"},
		{"digits one by one", "4 1 5 5 5 5 0 1 4 3", "phone 4 1 5 5 5 5 0 1 4 3"},
		{"counting", "one two three four five six seven eight nine", ""},
		{"counting down", "nine eight seven six five four three two one", ""},
		{"the same", "five five five five five five five", ""},
		{"few", "one two one two", ""},
		{"scores one by one", "3 2 1 0 4 4 2 1", ""},
	})
}

// TestEveryWriting: one number is found as the same digits in every way that people write it.
func TestEveryWriting(t *testing.T) {
	t.Parallel()
	for _, n := range []struct {
		name     string
		kind     bedside.FactKind
		leads    []string
		groups   []string
		brackets bool
	}{
		{"American telephone", bedside.FactPhone, []string{"", "+1 ", "+1-", "1-", "001-", "tel: ", "call ", "reach him at "}, []string{"415", "555", "0143"}, true},
		{"British mobile", bedside.FactPhone, []string{"", "tel ", "ring me on ", "mobile: "}, []string{"07700", "900123"}, false},
		{"London", bedside.FactPhone, []string{"", "fax "}, []string{"020", "7946", "0958"}, true},
		{"Indian mobile", bedside.FactPhone, []string{"+91 ", "+91-", "whatsapp ", ""}, []string{"98765", "43210"}, false},
		{"French telephone", bedside.FactPhone, []string{"", "tel. "}, []string{"04", "90", "75", "40", "81"}, false},
		{"record", bedside.FactRecordNumber, []string{"MRN ", "mrn: ", "MRN# ", "MRN #", "mrn is ", "hospital number ", "hosp no. ", "MR# ", "chart no ", "case number: ", "pt id "}, []string{"447", "1823"}, false},
		{"social security", bedside.FactNationalNumber, []string{"SSN ", "ssn: ", "SSN# ", "social security number "}, []string{"123", "45", "6789"}, false},
		{"health service", bedside.FactNationalNumber, []string{"NHS number ", "nhs no: "}, []string{"943", "476", "5919"}, false},
		{"card", bedside.FactAccountNumber, []string{"", "card ", "visa: ", "cc# "}, []string{"4111", "1111", "1111", "1111"}, false},
	} {
		t.Run(n.name, func(t *testing.T) {
			t.Parallel()
			for _, lead := range n.leads {
				for _, s := range writings(n.groups, n.brackets) {
					checkDigits(t, "so "+lead+s+" ok", n.kind, strings.Join(n.groups, ""))
				}
			}
		})
	}
}

// writings is a number with every sign between its groups.
func writings(groups []string, brackets bool) []string {
	var out []string
	for _, sign := range []string{" ", "-", "", "–", "\u00a0", "."} {
		out = append(out, strings.Join(groups, sign))
		if brackets && sign != "" {
			out = append(out, fmt.Sprintf("(%s) %s", groups[0], strings.Join(groups[1:], sign)), fmt.Sprintf("(%s)%s", groups[0], strings.Join(groups[1:], sign)))
		}
	}
	return out
}

// checkDigits: a text has one mention of the kind, and its digits end in these.
func checkDigits(t *testing.T, s string, kind bedside.FactKind, digits string) {
	t.Helper()
	for _, m := range mentions(scanners(), s) {
		if m.Kind != kind {
			continue
		}
		if got := onlyDigits(s[m.Span.Start:m.Span.End]); strings.HasSuffix(got, digits) {
			return
		}
	}
	t.Errorf("%q: no %s with the digits %s, but %s", s, kind, digits, show(scanners(), s))
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}
