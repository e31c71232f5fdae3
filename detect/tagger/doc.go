// Package tagger labels the words of a sentence as parts of names: of people, places and organisations. It is a linear-chain
// conditional random field over hashed features of words, their neighbours, their shapes, classes of words that keep the
// same company, and what the tables know of them (docs/adr/0012-name-tagger.md).
//
// It never decides what a name is worth, nor whose it is: packages detect and subject do. It reads no files; weights are
// handed to Load, trained by internal/train/tagger. All arithmetic is on integers. Start at Load and Model.Tag.
package tagger
