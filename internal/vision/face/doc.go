// Package face finds faces in pictures, with the network CenterFace.
//
// It looks at the whole picture once, made small; and, where that leaves a doubt about something small, once more from near. It
// knows nobody: what it finds are boxes, and no two of them are ever compared. Start at New and Finder.Find.
package face
