package render

// Columns is columns, for tests.
func Columns(s string) int { return columns(s) }
