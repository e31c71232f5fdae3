// Package code finds bar codes and matrix codes in pictures, several in one and turned as they come: QR, Data Matrix, Aztec, Code 128, 39 and 93, EAN, UPC, ITF
// and Codabar are decoded; PDF417 is found by its start pattern, and bars that nobody can decode by their widths, so that they can be covered.
//
// It looks first for where a code could be, by how edges run, and tries to decode there only. It stops when its context ends, reads no files and prints
// nothing: what a code says goes to the caller alone. Start at Reader.FindCodes.
package code
