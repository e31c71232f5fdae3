package engine_test

import (
	"strings"
	"testing"

	"bedside"
)

// TestRewriteOfALongText: a text that is too long for a search loses the sentences that findings show, and no others.
func TestRewriteOfALongText(t *testing.T) {
	t.Parallel()
	plain := strings.Repeat("The bus was full and it rained. ", 400)
	told := "My patient Mrs Alvarez, 34, died of sepsis in bed 4 last night."
	r := check(t, bedside.Draft{Text: plain + told + " " + plain, Author: bedside.Author{Role: "resident"}})
	if r.Verdict < bedside.Revise || r.Rewrite == nil {
		t.Fatalf("verdict %s, rewrite %v", r.Verdict, r.Rewrite != nil)
	}
	if got := r.Rewrite.Text; strings.Contains(got, "Alvarez") || len(got) < 2*len(plain)-200 {
		t.Errorf("%d bytes of %d are left", len(got), 2*len(plain))
	}
}

// TestMemoryIsUsedAgain: what was read before leaves nothing in the next result.
func TestMemoryIsUsedAgain(t *testing.T) {
	t.Parallel()
	ds := drafts(t)
	for i, d := range ds {
		first := encode(t, check(t, d))
		check(t, ds[(i+1)%len(ds)])
		check(t, bedside.Draft{Text: strings.Repeat("Mrs Alvarez died in bed 4 today. ", 40)})
		sameBytes(t, d, encode(t, check(t, d)), first)
	}
}
