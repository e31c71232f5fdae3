// Package seal keeps bodies from whoever reads the disk: it seals bytes with AES-256-GCM, binds them to what they belong to, and keeps
// the one key that opens all others. It never knows what the bytes are about. Start at Key; Keeper keeps one.
package seal

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/binary"
	"fmt"

	"bedside"
)

// Key seals and opens. It is 32 random bytes, and is never printed.
type Key [32]byte

// NewKey makes a key of the system's randomness.
func NewKey() Key {
	var k Key
	rand.Read(k[:]) // never fails: the program ends first
	return k
}

// Format keeps keys out of whatever prints them.
func (k Key) Format(f fmt.State, _ rune) { fmt.Fprint(f, "seal.Key(…)") }

// Overhead is by how many bytes something sealed is longer than what it holds: a nonce and a tag.
const Overhead = 12 + 16

// Seal encrypts bytes. They open only with the same key and the same binding.
func (k Key) Seal(b, binding []byte) []byte {
	return k.aead().Seal(make([]byte, 0, len(b)+Overhead), nil, b, binding)
}

// Open decrypts what Seal made. The error does not tell a wrong key from bytes that were changed or belong elsewhere: nothing can.
func (k Key) Open(sealed, binding []byte) ([]byte, error) {
	b, err := k.aead().Open(nil, nil, sealed, binding)
	if err != nil {
		return nil, &bedside.Error{Code: bedside.CodeInternal, Message: "what is kept cannot be opened: its key is another, or it was changed", Err: err}
	}
	return b, nil
}

// Wrap seals another key.
func (k Key) Wrap(other Key, binding []byte) []byte { return k.Seal(other[:], binding) }

// Unwrap opens another key.
func (k Key) Unwrap(sealed, binding []byte) (Key, error) {
	b, err := k.Open(sealed, binding)
	if err != nil {
		return Key{}, err
	}
	if len(b) != len(Key{}) {
		return Key{}, bedside.Errorf(bedside.CodeInternal, "a key has %d bytes instead of %d", len(b), len(Key{}))
	}
	return Key(b), nil
}

// aead cannot fail: the length of a key is right by its type.
func (k Key) aead() cipher.AEAD {
	block, err := aes.NewCipher(k[:])
	if err != nil {
		panic(err)
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		panic(err)
	}
	return aead
}

// Bind joins what sealed bytes belong to, so that no two lists give the same bytes.
func Bind(parts ...string) []byte {
	var b []byte
	for _, p := range parts {
		b = binary.AppendUvarint(b, uint64(len(p)))
		b = append(b, p...)
	}
	return b
}
