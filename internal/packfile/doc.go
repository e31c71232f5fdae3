// Package packfile reads guideline packs as people write them, YAML over an fs.FS, and compiles them to the JSON that
// package pack loads (docs/adr/0004-rule-format.md). It is strict: an unknown key, a missing one, a wrong type, an unknown
// fact or clause, or a wording that Bedside does not use is a problem with file, line and column, and all problems are
// told at once. It runs each rule's examples against any checker, and lays an institution's overlay over a pack.
// It never opens a file of its own accord and never judges a draft. Start at Load; Compile, RunExamples and Lay follow.
package packfile
