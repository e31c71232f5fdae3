package engine_test

import "testing"

// TestMoreIsNeverLess puts an identifier behind a draft, in a paragraph of its own: the verdict may not become milder.
func TestMoreIsNeverLess(t *testing.T) {
	t.Parallel()
	for _, more := range []string{"Mrs Alvarez.", "MRN 0034512.", "14 Elm Street, SW1A 1AA.", "Call +44 20 7946 0958.", "It was bed 4, on Tuesday, at St Mary's Hospital."} {
		t.Run(more, func(t *testing.T) {
			t.Parallel()
			for _, d := range drafts(t) {
				before := check(t, d).Verdict
				d.Text += "\n\n" + more
				if after := check(t, d).Verdict; after < before {
					t.Errorf("a draft of %d bytes is %s, with %q it is %s", len(d.Text), before, more, after)
				}
			}
		})
	}
}
