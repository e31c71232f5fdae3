package bedside

import "encoding/json"

// MarshalJSON writes prose as the plain string that it was.
func (c Consent) MarshalJSON() ([]byte, error) {
	if c.Prose != "" {
		return json.Marshal(c.Prose)
	}
	type record Consent
	return json.Marshal(record(c))
}

// MarshalJSON writes prose as the plain string that it was.
func (i Interest) MarshalJSON() ([]byte, error) {
	if i.Prose != "" {
		return json.Marshal(i.Prose)
	}
	type record Interest
	return json.Marshal(record(i))
}
