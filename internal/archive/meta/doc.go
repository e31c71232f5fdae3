// Package meta knows what the exports of Meta's platforms have in common: text whose bytes were written as Latin-1, times
// in seconds, lists of labels and values, conversations, exports in HTML, and what tells one platform's files from
// another's. It never hands out an entry: the platforms' packages do. Start at Text, Label and Recognize.
package meta
