//go:build !js

package main

import "os"

func main() {
	os.Stderr.WriteString("bedside-wasm runs in a browser: build it with make wasm\n")
	os.Exit(2)
}
