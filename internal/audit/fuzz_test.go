package audit_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"bedside"
	"bedside/internal/audit"
)

// FuzzState reads files that somebody took for a state. Whatever they hold, the error is one that may be shown, and repeats nothing.
func FuzzState(f *testing.F) {
	o := options(fake{})
	o.State = f.TempDir() + "/state.json"
	if _, err := audit.Run(f.Context(), from(posts(20)...), o); err != nil {
		f.Fatal(err)
	}
	b, err := os.ReadFile(o.State)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte(`{"bedside":"state of an audit","schema":1,"salt":"MDEyMzQ1Njc4OWFiY2RlZg","quiet":{"media":["AAAAAAAAAAAAAAAAAAAAAA"]},"last":{"found":null}}`))
	f.Add([]byte(`{"bedside":"state of an audit","schema":2}`))
	f.Add([]byte("Quillfeather"))
	f.Fuzz(func(t *testing.T, b []byte) {
		err := audit.ReadState(b)
		if err == nil {
			return
		}
		be, ok := errors.AsType[*bedside.Error](err)
		if !ok || be.Code != bedside.CodeInvalid || !strings.HasPrefix(be.Message, "--state: ") || strings.Contains(be.Message, "Quillfeather") {
			t.Errorf("got %v", err)
		}
	})
}
