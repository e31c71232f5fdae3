package packfile

import (
	"bytes"
	"encoding/json"

	"bedside/pack"
)

// Compile writes a pack as the JSON that package pack loads: the same bytes for the same pack, one space deep.
func Compile(p *pack.File) []byte {
	out := *p
	// Lists are never null: a reader in another language need not ask.
	out.Bodies, out.Law = orEmpty(p.Bodies), orEmpty(p.Law)
	out.Conflicts, out.Rules, out.Questions = orEmpty(p.Conflicts), orEmpty(p.Rules), orEmpty(p.Questions)
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	_ = enc.Encode(out) // texts, numbers and lists only: it always encodes
	return b.Bytes()
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
