// Package assess judges: it holds the facts of a draft against the rules of a pack and says what is found and what is to
// be asked. It reads no words and edits none. Compile turns a pack into a Program once; Program.Judge is called for every
// draft. Every test is a mask over a set of facts, and a rule is tried only where one of its starting facts is.
package assess
