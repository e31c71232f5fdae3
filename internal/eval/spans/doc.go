// Package spans measures which identifying details a program finds in texts whose details are known: public development sets
// (they are read from a folder and are no part of this repository), and posts of our own. It judges stretches of bytes and
// knows no program in particular: Bedside and its peers are handed in as a Finder. It prints figures, types and row numbers,
// never words of a text, and of the half of a set that nobody tunes on it tells totals only. Start at Measure.
package spans
