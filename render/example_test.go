package render_test

import (
	"os"

	"bedside"
	"bedside/render"
)

func ExampleText() {
	d := bedside.Draft{Text: "Mrs Alvarez coded twice last night. We all cried in the supply room."}
	r := &bedside.Result{
		Verdict: bedside.Block, Complete: true,
		Findings: []bedside.Finding{{
			Severity: bedside.Block, Message: "A patient is named", Why: "Anyone can see who was treated.",
			Clauses:  []bedside.Clause{{ID: "jh.bp3", Source: "Johns Hopkins, practical suggestion 3"}},
			Evidence: []bedside.Evidence{{Part: bedside.PartText, Start: 0, End: 11}},
			Remedy:   bedside.Remedy{Text: "Leave the name out."},
		}},
	}
	_ = render.Text(os.Stdout, d, r, render.TextOptions{Width: 60})
	// Output:
	// ■ Do not publish this
	//   One thing not to publish. Most of this can stay.
	//
	//   Mrs Alvarez coded twice last night. We all cried in the
	//   1══════════
	//   supply room.
	//
	//   1 ■ A patient is named
	//       Anyone can see who was treated.
	//       Johns Hopkins, practical suggestion 3
	//       → Leave the name out.
}

func ExampleJSON() {
	_ = render.JSON(os.Stdout, &bedside.Result{Schema: bedside.Schema, Complete: true, Version: "0.1.0"})
	// Output:
	// {"schema":1,"verdict":"ok","complete":true,"findings":[],"questions":[],"people":[],"rewrite":null,"not_checked":[],"packs":[],"as_of":null,"version":"0.1.0"}
}
