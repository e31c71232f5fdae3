package detect_test

import "testing"

func TestStreets(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"with a flat", "14 Elm Street Apt 4B, 2239 Drake Square Suite 905", "address 14 Elm Street Apt 4B; address 2239 Drake Square Suite 905"},
		{"less usual words", "2111 Walters Corner, 04618 Dean Squares", "address 2111 Walters Corner; address 04618 Dean Squares"},
		{"a range, a unit", "12-14 High Street, 3/12 Smith St", "address 12-14 High Street; address 3/12 Smith St"},
		{"an ordinal", "350 5th Ave", "address 350 5th Ave"},
		{"small letters", "lives at 22 larch close", "address 22 larch close"},
		{"French", "12 rue de la Paix, Rue de la Paix 12", "address 12 rue de la Paix; address Rue de la Paix 12"},
		{"German", "12 Hauptstraße, Hauptstraße 12", "address 12 Hauptstraße; address Hauptstraße 12"},
		{"Nordic", "6750 Koskikatu 25 Apt. 864, Kungsgatan 44", "address 6750 Koskikatu 25 Apt. 864; address Kungsgatan 44"},
		{"Polish", "ul. Marszałkowska 10/12", "address ul. Marszałkowska 10/12"},
		{"Spanish, Portuguese", "Calle Mayor 5, Avenida Paulista 1578", "address Calle Mayor 5; address Avenida Paulista 1578"},
		{"Indian", "Flat No. 302, Plot no. 45", "address Flat No. 302; address Plot no. 45"},
		{"said to be one", "lives at Tylova 285, home address: 5366 Pivovarská", "address Tylova 285; address 5366 Pivovarská"},
		{"a corner", "the corner of High Street and Kirk Wynd", "address corner of High Street and Kirk Wynd"},
		{"post boxes", "PO Box 412, P.O. Box 186, Private Bag X12", "address PO Box 412; address P.O. Box 186; address Private Bag X12"},
		{"forces", "PSC 1437, Box 3833", "address PSC 1437, Box 3833"},
		{"a flat", "flat 3b, in flat 12", "address flat 3b; address flat 12"},
		{"a line that ends in a suite", "4596 Tylova 285\nSuite 041", "address 4596 Tylova 285; address Suite 041"},
	})
}

func TestNoStreets(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"an age and a drive", "I'm 34, I drive a van", ""},
		{"a doctor", "3. Anything but Dr Whoever", "name Dr Whoever"},
		{"a way off", "10 minutes down the road, 3 steps down the lane", ""},
		{"a conference", "2023 Rocky Mountain meeting", "year 2023"},
		{"a flat floor", "laid flat 2 hours, flat 20 minutes", ""},
		{"a motorway", "between J120 M6 Croft", ""},
		{"a verb in ing", "Monitoring 24 patients, Recovering 12 hours", ""},
		{"a brigade", "Brigade 5 won", ""},
		{"a call", "via Zoom 2 times", ""},
		{"a corner", "the corner of the room and the bed", ""},
	})
}

func TestPostcodes(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"British", "SW1A 1AA, sw1a 1aa, BT47 6FN", "postcode SW1A 1AA; postcode sw1a 1aa; postcode BT47 6FN"},
		{"Canadian", "M5V 2T6, K1A0B1, m5v 2t6", "postcode M5V 2T6; postcode K1A0B1; postcode m5v 2t6"},
		{"Irish", "D04 X285", "postcode D04 X285"},
		{"American", "zip 19104, ZIP: 19104-1234, in Xyz, TX 75001", "postcode zip 19104; postcode ZIP: 19104-1234; postcode 75001"},
		{"others by the word", "ZIP: 394 13, ZIP: 7412 SL, pin code 560034", "postcode ZIP: 394 13; postcode ZIP: 7412 SL; postcode pin code 560034"},
		{"others by the country", "Denmark 3501\n", "postcode 3501"},
		{"behind an address", "Hauptstraße 12, 10115 Xyz, 14 Elm Street\nXyz 75001", "address Hauptstraße 12; postcode 10115; address 14 Elm Street; postcode 75001"},
		{"a district", "postcode is BS6", "postcode postcode is BS6"},
		{"three digits, few people", "zip 036, zip 821", "postcode zip 036; postcode zip 821"},
		{"three digits, many people", "zip 191, zip 606xx", ""},
		{"no such thing", "B12 5MG, l4 5th, T2N 0M0, L4L5S1", ""},
		{"letters that say other things", "OK 12345, MS 12345", ""},
		{"a personal number", "PIN 4512, zip 5 times", ""},
		{"years and counts behind countries", "Spain 2010, Germany 4500 patients", "year 2010"},
	})
}
