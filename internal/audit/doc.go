// Package audit reads years of posts as one timeline: it orders what archives hold by time, has an engine check each post and
// hold all of them together, and sums up what there is to do. It keeps no text: what a state file holds of a broken-off run are
// ids and salted hashes (docs/audit.md). It never changes a post and reads no clock. Start at Run.
package audit
