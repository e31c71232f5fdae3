package bedside

import "time"

// ParseTime reads a time as RFC 3339 writes it, or a date alone, which is its midnight in UTC.
func ParseTime(s string) (time.Time, error) {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t, nil
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}, Errorf(CodeInvalid, "wanted a time such as 2026-03-04T15:04:05Z, or a date such as 2026-03-04")
	}
	return t, nil
}

// MarshalJSON writes the time as RFC 3339, and null for a time that is absent.
func (t Time) MarshalJSON() ([]byte, error) {
	if t.IsZero() {
		return []byte("null"), nil
	}
	return []byte(t.Format(`"` + time.RFC3339Nano + `"`)), nil
}

// UnmarshalJSON reads a time or a date. An empty string is an absent time.
func (t *Time) UnmarshalJSON(b []byte) error {
	*t = Time{}
	if s := string(b); s == "null" || s == `""` {
		return nil
	}
	if b[0] != '"' {
		return Errorf(CodeInvalid, "wanted a time as a string, found %s", jsonKind(b[0]))
	}
	parsed, err := ParseTime(unquote(b))
	t.Time = parsed
	return err
}
