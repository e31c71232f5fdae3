// Package detect turns a parsed passage into mentions: stretches of words that are some fact of the vocabulary.
//
// It knows words, not people: whose details they are is package subject's to say. Word lists (docs/adr/0003-word-lists.md)
// become tries over folded words; what needs arithmetic is a scanner, one file each. It reads no files: lists and tables
// are handed to New. Start at Detector.Detect.
package detect
