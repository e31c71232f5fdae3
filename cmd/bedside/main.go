// Command bedside checks what a medical person is about to post. This package is where the pure engine meets the
// world: files, the terminal, the clock. It decides nothing about drafts. Start at Run.
package main

import (
	"os"
	"time"
)

func main() {
	os.Exit(Run(os.Args[1:], os.Getenv, os.Stdin, os.Stdout, os.Stderr, time.Now))
}
