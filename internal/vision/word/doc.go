// Package word finds lines of words in pictures and reads them, with two small networks (docs/pictures.md): one that marks where words are, and one that
// reads a line. What it is sure to have found but cannot read is a box without words, so that it can be covered.
//
// It prints nothing and keeps nothing of a picture. Start at Reader.FindWords.
package word
