package main

import (
	"syscall/js"

	"bedside"
)

func main() {
	c := &checker{}
	js.Global().Set("bedsideLoad", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if len(args) != 5 || !isBytes(args[0]) || !isBytes(args[1]) || !isBytes(args[2]) || !isBytes(args[3]) {
			return fault(bedside.Errorf(bedside.CodeInvalid, "bedsideLoad takes tables, weights of the name tagger, figures of people and places and pack as Uint8Array, and a version"))
		}
		return c.load(bytesOf(args[0]), bytesOf(args[1]), bytesOf(args[2]), bytesOf(args[3]), args[4].String())
	}))
	js.Global().Set("bedsideReader", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if len(args) != 1 || !isBytes(args[0]) {
			return fault(bedside.Errorf(bedside.CodeInvalid, "bedsideReader takes the reader's weights as Uint8Array"))
		}
		return c.read(bytesOf(args[0]))
	}))
	js.Global().Set("bedsideCheck", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if len(args) == 0 || len(args) > 2 || args[0].Type() != js.TypeString {
			return fault(bedside.Errorf(bedside.CodeInvalid, "bedsideCheck takes a draft as a string of JSON, and a time or nothing"))
		}
		asOf := ""
		if len(args) == 2 && args[1].Type() == js.TypeString {
			asOf = args[1].String()
		}
		return c.check([]byte(args[0].String()), asOf)
	}))
	select {} // the functions live as long as the page does
}

func isBytes(v js.Value) bool { return v.InstanceOf(js.Global().Get("Uint8Array")) }

// bytesOf copies a Uint8Array.
func bytesOf(v js.Value) []byte {
	b := make([]byte, v.Length())
	js.CopyBytesToGo(b, v)
	return b
}
