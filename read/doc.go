// Package read is the second tier: a small learned reader for what word lists cannot decide, because it is told between
// the lines. It gives facts, never verdicts: "this reads like one patient's story", with the words that moved it. Rules say
// how far such a fact may move a finding (docs/adr/0010-learned-reader.md).
//
// A model is a table of weights for runs of one to three words and for the facts of the first tier, one column a head. A
// score is a sum of weights, so what each word contributed is known exactly. Identifiers are left out before anything is
// read: adding one changes no score. All arithmetic is on integers. Start at Load and Model.Read.
package read
