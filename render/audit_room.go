//go:build !js

package render

import "bedside"

// What the Timeline room says in the same words as a report.

// Grouped writes a number with commas between thousands.
func Grouped(n int) string { return grouped(n) }

// ArchiveLine says what was found in an archive, read and skipped.
func ArchiveLine(a *bedside.AuditArchive) string { return archiveLine(a) }

// SkippedLine says what was skipped of a file, and why.
func SkippedLine(s *bedside.AuditSkipped) string { return skippedLine(s) }

// PostRowOf draws up a post in short: where it stands, and its first words.
func PostRowOf(p *bedside.AuditPost) PostView {
	out := PostViewOf(p)
	out.First = shortened(firstWords(p.Text), 90)
	return out
}
