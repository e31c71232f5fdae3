// Package needs leaves a test out on a machine that has not what it needs, and says how to get it. Where CI says who it is, nothing is
// left out: then the test fails. It is for tests alone. Start at [Program].
package needs

import (
	"os"
	"os/exec"
	"testing"
)

// Program is for a test that asks a program, which a package of Debian brings.
func Program(tb testing.TB, name, debian string) {
	tb.Helper()
	if !HasProgram(name) {
		Missing(tb, name+" is not installed: install the package "+debian+", or run scripts/programs")
	}
}

// HasProgram reports whether a program is there.
func HasProgram(name string) bool {
	_, err := exec.LookPath(name)
	return err == nil
}

// Missing is for a test that cannot run here; what says what is not there, and how to get it.
func Missing(tb testing.TB, what string) {
	tb.Helper()
	if InCI() {
		tb.Fatal(what)
	}
	tb.Skip(what)
}

// InCI reports whether CI has said who it is.
func InCI() bool { return os.Getenv("CI") != "" } //nolint:forbidigo // it is for tests
