// Package media looks at what is posted beside words: pictures, videos, documents and files of scanners. It tells a file's type by
// its content, bounds everything before it decodes, reads what metadata tells, makes copies without metadata, and covers boxes.
//
// It is pure: bytes come in as a [File], and whatever finds faces, words and codes comes in as [Recognisers]. It never writes a file,
// starts a program or reads the clock; a deadline comes with the context. No error holds anything of a file's content.
//
// It holds no more than 200 MB at a time. A program that is to stay near that also tells the runtime how much memory it may use
// (runtime/debug.SetMemoryLimit), because what is no longer held is given back only when that pays.
//
// Start with [Look], which gives what the rest of Bedside reads; [Decode], [Cover] and [Strip] make the copies that are offered.
package media
