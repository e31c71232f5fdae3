// Package bench runs Bedside and its peers over the same texts in one run, and tells what each finds, what it flags wrongly,
// and what it costs. The peers are other people's programs: they are installed into a folder of their own, at versions that
// lock files in drivers/ pin, and each is driven by a small program there. It is no part of the product, and times nothing in
// tests. Start at Run.
package bench
