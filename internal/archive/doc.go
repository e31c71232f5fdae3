// Package archive reads what a platform hands out when people ask for their own data, and folders of drafts, as drafts in
// the order of the archive. It writes nothing but the texts of a packed tar file, to a temporary file without a name that is
// gone with the Source; it follows no link, and holds no more than one entry of a file at a time. Each platform is a package
// below this one with a Format; platforms.All lists them. Start at Open and Source.Read; docs/adr/0017-archives.md says why.
package archive
