package meta

import (
	"bytes"
	"strconv"
	"time"
)

// Stamp is a time that an export writes as seconds, or milliseconds, since 1970. One that no post can have is absent.
type Stamp struct{ time.Time }

// UnmarshalJSON reads a number, or a string of one.
func (s *Stamp) UnmarshalJSON(b []byte) error {
	*s = Stamp{}
	digits, _, _ := bytes.Cut(bytes.Trim(b, `"`), []byte("."))
	n, err := strconv.ParseInt(string(digits), 10, 64)
	if err != nil || n <= 0 {
		return nil //nolint:nilerr // a time that cannot be read is an absent one: the words are still worth reading
	}
	const endOfSeconds = 1e11 // the year 5138; as milliseconds, 1973
	if n < endOfSeconds {
		n *= 1000
	}
	if t := time.UnixMilli(n).UTC(); t.Year() <= 9999 {
		s.Time = t
	}
	return nil
}
