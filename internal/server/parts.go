package server

import (
	"fmt"
	"strings"
)

// part gives a template of ui/parts.html its named values: {{template "field" part "Name" "party" "Label" "Who pays"}}. A name without a
// value is a fault of the page, not of whoever reads it.
func part(named ...any) (map[string]any, error) {
	if len(named)%2 != 0 {
		return nil, fmt.Errorf("a part has a value for every name; got %d values", len(named))
	}
	out := make(map[string]any, len(named)/2)
	for i := 0; i < len(named); i += 2 {
		name, ok := named[i].(string)
		if !ok {
			return nil, fmt.Errorf("value %d of a part has no name", i/2)
		}
		out[name] = named[i+1]
	}
	return out, nil
}

// sentence makes a sentence of an error's message, which begins small and has no full stop.
func sentence(message string) string {
	if message == "" {
		return ""
	}
	message = strings.ToUpper(message[:1]) + message[1:]
	if strings.HasSuffix(message, ".") {
		return message
	}
	return message + "."
}
