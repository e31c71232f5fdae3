package packfile

import (
	"bytes"
	"encoding/json"
)

// raw writes a node as JSON, keys in their order.
func (n *node) raw() json.RawMessage {
	var b bytes.Buffer
	n.write(&b)
	return b.Bytes()
}

func (n *node) write(b *bytes.Buffer) {
	switch n.kind {
	case text:
		b.Write(quote(n.value))
	case number, truth:
		b.WriteString(n.value)
	case list:
		n.writeList(b)
	case table:
		n.writeTable(b)
	default:
		b.WriteString("null")
	}
}

func (n *node) writeList(b *bytes.Buffer) {
	b.WriteByte('[')
	for i, item := range n.items {
		if i > 0 {
			b.WriteByte(',')
		}
		item.write(b)
	}
	b.WriteByte(']')
}

func (n *node) writeTable(b *bytes.Buffer) {
	b.WriteByte('{')
	for i, e := range n.entries {
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(quote(e.key.value))
		b.WriteByte(':')
		e.value.write(b)
	}
	b.WriteByte('}')
}

// quote writes a string as JSON without escaping what only HTML minds.
func quote(s string) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string always encodes
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
