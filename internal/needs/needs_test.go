package needs_test

import (
	"runtime"
	"strings"
	"testing"

	"bedside/internal/needs"
)

// tester notes what becomes of a test, and ends it there as a test is ended.
type tester struct {
	testing.TB
	failed, left string
}

func (t *tester) Helper()           {}
func (t *tester) Fatal(args ...any) { t.failed = args[0].(string); runtime.Goexit() }
func (t *tester) Skip(args ...any)  { t.left = args[0].(string); runtime.Goexit() }

func run(do func(testing.TB)) *tester {
	t, done := &tester{}, make(chan struct{})
	go func() { defer close(done); do(t) }()
	<-done
	return t
}

func TestWhatIsMissingFailsInCIAlone(t *testing.T) {
	ask := func(tb testing.TB) {
		tb.Helper()
		needs.Program(tb, "bedside-has-no-such-program", "bedside-doc")
	}
	t.Setenv("CI", "")
	if got := run(ask); got.failed != "" || !strings.Contains(got.left, "install the package bedside-doc") {
		t.Errorf("at home: failed %q, left out %q", got.failed, got.left)
	}
	t.Setenv("CI", "1")
	if got := run(ask); got.left != "" || !strings.Contains(got.failed, "install the package bedside-doc") {
		t.Errorf("in CI: failed %q, left out %q", got.failed, got.left)
	}
	there := func(tb testing.TB) {
		tb.Helper()
		needs.Program(tb, "go", "golang-go")
	}
	if got := run(there); got.failed != "" || got.left != "" {
		t.Errorf("what is there: %q, %q", got.failed, got.left)
	}
}
