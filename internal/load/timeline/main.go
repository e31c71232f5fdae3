// Command timeline says how soon the pages of a large timeline are there: it writes an archive of any number of posts, has a running Bedside
// import it, and asks for every page of the room again and again. It is run by make timeline and scripts/share-audit, and serves nothing.
// Start at main.
//
//	timeline archive POSTS FILE   writes an archive
//	timeline import ENTRY FILE    has a Bedside import it, and waits until nothing is under way
//	timeline pages ENTRY PID      measures the pages, and what they cost the process of that Bedside
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
)

func main() {
	if err := run(context.Background(), os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "timeline:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	if len(args) != 3 {
		return errUsage
	}
	switch args[0] {
	case "archive":
		posts, err := strconv.Atoi(args[1])
		if err != nil {
			return err
		}
		return writeArchive(args[2], posts)
	case "import":
		return bring(ctx, os.Stdout, args[1], args[2])
	case "pages":
		return measure(ctx, os.Stdout, args[1], args[2])
	default:
		return errUsage
	}
}

var errUsage = errors.New("usage: timeline archive POSTS FILE | timeline import ENTRY FILE | timeline pages ENTRY PID")
