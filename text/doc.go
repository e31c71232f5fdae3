// Package text turns the words of a draft into tokens, sentences and quotes, each with its exact bytes in the original.
// It reads hashtags, handles, links, odd letters and evasive spellings as plain words, so that later stages need not.
// It never changes the text, never judges what is said, knows no language but the little that splitting English needs,
// and takes time in proportion to the length of any input. Start at Parser.Parse.
package text
