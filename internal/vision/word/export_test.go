package word

// Tidy mends what is often misread.
func Tidy(line string) string { return tidy(line) }
