package meta

import "encoding/json"

// Named reads one who takes part in a conversation: a name, or an object that has one.
func Named(raw json.RawMessage) string {
	var name Text
	if json.Unmarshal(raw, &name) == nil {
		return string(name)
	}
	var p struct {
		Name Text `json:"name"`
	}
	_ = json.Unmarshal(raw, &p)
	return string(p.Name)
}
