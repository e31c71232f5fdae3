package detect

// The check digits of numbers that are given to people and cards. Each takes digits as bytes, '0' to '9'.

// luhn is the check of cards, Canadian and South African numbers, and IMEI.
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

// weighted is the sum of the first len(weights) digits, each times its weight.
func weighted(d []byte, weights ...int) int {
	sum := 0
	for i, w := range weights {
		sum += int(d[i]-'0') * w
	}
	return sum
}

// nhsChecksum is the modulus 11 check of the ten-digit NHS and CHI numbers.
func nhsChecksum(d []byte) bool {
	check := 11 - weighted(d, 10, 9, 8, 7, 6, 5, 4, 3, 2)%11
	if check == 11 {
		check = 0
	}
	return check == int(d[9]-'0')
}

// columbiaChecksum is the check of British Columbia's ten-digit personal health number, which begins with 9.
func columbiaChecksum(d []byte) bool {
	return d[0] == '9' && 11-weighted(d[1:], 2, 4, 8, 5, 10, 9, 7, 3)%11 == int(d[9]-'0')
}

// medicareChecksum is the check of the Australian Medicare number: eight digits, the check, and the card's issue.
func medicareChecksum(d []byte) bool {
	return d[0] >= '2' && d[0] <= '6' && weighted(d, 1, 3, 7, 9, 1, 3, 7, 9)%10 == int(d[8]-'0')
}

// verhoeff is the check of the Aadhaar number.
func verhoeff(d []byte) bool {
	const next, turn = "0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210",
		"01234567891576283094580379614289160435279453126870428657390127938064157046913258"
	c := byte(0)
	for i := range d {
		n := d[len(d)-1-i] - '0'
		c = next[int(c)*10+int(turn[i%8*10+int(n)]-'0')] - '0'
	}
	return c == 0
}

// ibanChecksum is the modulus 97 check of an international account number, written without spaces.
func ibanChecksum(s string) bool {
	rest := 0
	for i := range s {
		switch c := s[(i+4)%len(s)]; {
		case c >= '0' && c <= '9':
			rest = (rest*10 + int(c-'0')) % 97
		default:
			rest = (rest*100 + int(c|0x20-'a') + 10) % 97
		}
	}
	return rest == 1
}

// vinChecksum is the check of a North American vehicle number: 17 letters and digits without I, O and Q.
func vinChecksum(s string) bool {
	const values = "12345678012345070923456789" // of the letters A to Z; 0 for the three that are not used
	weights := [17]int{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2}
	sum := 0
	for i := range s {
		switch c := s[i] | 0x20; {
		case s[i] >= '0' && s[i] <= '9':
			sum += int(s[i]-'0') * weights[i]
		case values[c-'a'] == '0':
			return false
		default:
			sum += int(values[c-'a']-'0') * weights[i]
		}
	}
	return "0123456789X"[sum%11] == s[8]&^0x20 || "0123456789X"[sum%11] == s[8]
}

// deaChecksum is the check of the seven digits of a number of the US Drug Enforcement Administration.
func deaChecksum(d []byte) bool {
	return (weighted(d, 1, 0, 1, 0, 1, 0)+2*weighted(d, 0, 1, 0, 1, 0, 1))%10 == int(d[6]-'0')
}

// ppsChecksum is the check letter of the Irish personal public service number; second is its second letter, or 0.
func ppsChecksum(d []byte, letter, second byte) bool {
	sum := weighted(d, 8, 7, 6, 5, 4, 3, 2)
	if second != 0 && second != 'W' {
		sum += 9 * int(second-'A'+1)
	}
	return "WABCDEFGHIJKLMNOPQRSTUV"[sum%23] == letter
}
