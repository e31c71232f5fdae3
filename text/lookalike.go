package text

// lookalike is the Latin spelling of a letter that looks like Latin ones and that no decomposition leads to them,
// or "". Only letters that a reader takes for the Latin one are here: Cyrillic and Greek words otherwise stay.
func lookalike(r rune) string {
	if r < 0xc0 || r > 0x2044 && r < 0xa730 {
		return ""
	}
	switch r {
	case 'а', 'А', 'α', 'Α', 'ɑ', 'ᴀ':
		return "a"
	case 'В', 'в', 'β', 'Β', 'ʙ', 'Ь', 'ь':
		return "b"
	case 'с', 'С', 'ϲ', 'ᴄ':
		return "c"
	case 'ԁ', 'ɗ', 'ᴅ', 'đ', 'Đ', 'ð', 'Ð':
		return "d"
	case 'е', 'Е', 'ε', 'Ε', 'ᴇ', 'ɛ', 'є', 'ə':
		return "e"
	case 'ꜰ', 'ƒ':
		return "f"
	case 'ɡ', 'ɢ', 'ԍ':
		return "g"
	case 'һ', 'Н', 'Η', 'ʜ', 'ħ', 'Ħ':
		return "h"
	case 'і', 'І', 'ι', 'Ι', 'ı', 'ɪ', 'ӏ', 'Ӏ', 'ɩ':
		return "i"
	case 'ј', 'Ј', 'ᴊ', 'ϳ':
		return "j"
	case 'к', 'К', 'κ', 'Κ', 'ᴋ', 'ĸ':
		return "k"
	case 'ʟ', 'ł', 'Ł', 'ɫ':
		return "l"
	case 'М', 'м', 'Μ', 'ᴍ':
		return "m"
	case 'Ν', 'η', 'ɴ', 'ո', 'ŋ', 'Ŋ', 'ŉ':
		return "n"
	case 'о', 'О', 'ο', 'Ο', 'ᴏ', 'ø', 'Ø', 'σ', 'օ', 'ɔ':
		return "o"
	case 'р', 'Р', 'ρ', 'Ρ', 'ᴘ':
		return "p"
	case 'ԛ', 'ǫ':
		return "q"
	case 'ʀ', 'ɾ', 'г':
		return "r"
	case 'ѕ', 'Ѕ', 'ꜱ':
		return "s"
	case 'т', 'Т', 'τ', 'Τ', 'ᴛ', 'ŧ', 'Ŧ':
		return "t"
	case 'υ', 'ᴜ', 'μ', 'ս', 'ʊ':
		return "u"
	case 'ν', 'ѵ', 'Ѵ', 'ᴠ':
		return "v"
	case 'ԝ', 'ω', 'ᴡ', 'ѡ':
		return "w"
	case 'х', 'Х', 'χ', 'Χ':
		return "x"
	case 'у', 'У', 'ү', 'Ү', 'γ', 'Υ', 'ʏ':
		return "y"
	case 'Ζ', 'ᴢ':
		return "z"
	case 'ß', 'ẞ':
		return "ss"
	case 'æ', 'Æ', 'ᴁ':
		return "ae"
	case 'œ', 'Œ':
		return "oe"
	case 'þ', 'Þ':
		return "th"
	case '⁄':
		return "/"
	}
	return ""
}
