// Command bedside-bench runs Bedside and its peers over the same texts and writes docs/benchmarks.md. It is a development tool
// and no part of the product. make bench runs it; bedside-bench -h lists its flags.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "bedside-bench:", err)
		os.Exit(1) //nolint:gocritic // nothing is left to undo
	}
}
