package detect_test

import "testing"

func TestLabelledNumbers(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"record", "MRN 0034512, MRN# 0034513", "record_number MRN 0034512; record_number MRN# 0034513"},
		{"record in parts", "mrn is 003-4512", "record_number mrn is 003-4512"},
		{"hospital number", "hosp no 442-19", "record_number hosp no 442-19"},
		{"medical record number", "medical record number 00998", "record_number medical record number 00998"},
		{"with letters", "file number A12345", "record_number file number A12345"},
		{"social security", "SSN is 4521", "national_number SSN is 4521"},
		{"account", "policy no 88123", "account_number policy no 88123"},
		{"licence", "NPI 1234567, DEA AB123456", "licence_number NPI 1234567; licence_number DEA AB123456"},
		{"registration", "reg no KX19 1234", "plate reg no KX19 1234"},
		{"serial", "serial number 88-1234", "device_number serial number 88-1234"},
	})
}

func TestShapedNumbers(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"US social security", "123-45-6789", "national_number 123-45-6789"},
		{"Canadian insurance", "046 454 286", "national_number 046 454 286"},
		{"NHS", "111 222 3339", "national_number 111 222 3339"},
		{"card", "4111 1111 1111 1111", "account_number 4111 1111 1111 1111"},
		{"telephone", "215-555-0143 or 215.555.0143", "phone 215-555-0143; phone 215.555.0143"},
		{"telephone in one", "2155550143", "phone 2155550143"},
		{"toll-free", "1-800-555-0199", "phone 1-800-555-0199"},
		{"country code", "+44 20 7946 0958", "phone 44 20 7946 0958"},
		{"British mobile", "07700 900123 or 07700900123", "phone 07700 900123; phone 07700900123"},
		{"London", "020 7946 0958", "phone 020 7946 0958"},
	})
}

func TestNoNumbers(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"label without a number", "the MRN, my policy, the chart", ""},
		{"too few digits", "MRN 345", ""},
		{"a word that is a label sometimes", "hospital 44219, case 4421, policy 88123", ""},
		{"no such social security", "000-45-6789, 900-45-6789", ""},
		{"false check digit, insurance", "046 454 287", ""},
		{"false check digit, card", "4111 1111 1111 1112", ""},
		{"area code that is none", "1155550143", ""},
		{"counts", "12345, 3,000,000, 98 76 54", ""},
		{"a long row", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18", ""},
		{"more digits than any number", "12345678901234567890123456789012345678901234567890", ""},
	})
}
