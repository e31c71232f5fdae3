// Package archive reads what a platform hands out when people ask for their own data, and folders of drafts, as drafts in
// the order of their times. It never writes, follows no link out of an archive, and holds no more than one file of it at a
// time. Each platform is a package below this one with a Format. Start at Open and Source.Read; docs/adr/0017-archives.md says why.
package archive
