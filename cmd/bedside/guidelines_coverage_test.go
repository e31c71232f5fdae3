package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"
)

// Every clause is checked, asked or carried: the table says so, within the width, and the status with it.
func TestGuidelinesCoverage(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"--width", "60"}, {"--format", "json"}} {
		var out, errs bytes.Buffer
		status := Run(append([]string{"guidelines", "coverage"}, args...), os.Getenv, strings.NewReader(""), &out, &errs, time.Now)
		if status != 0 || errs.Len() > 0 {
			t.Errorf("%v: status %d\n%s%s", args, status, out.String(), errs.String())
		}
		for line := range strings.Lines(out.String()) {
			if args[0] == "--width" && len(line) > 61 {
				t.Errorf("%d columns: %s", len(line)-1, line)
			}
		}
	}
}
