package seal

import (
	"bytes"
	"cmp"
	"crypto/rand"

	"golang.org/x/crypto/argon2"

	"bedside"
)

// argon is how a pass-phrase becomes a key: what RFC 9106 advises where memory is short. It is written down, so that it can change.
type argon struct {
	Salt    []byte `json:"salt"`
	Time    uint32 `json:"time"`
	Memory  uint32 `json:"memory"` // in KiB
	Threads uint8  `json:"threads"`
}

// shortest is how many bytes a pass-phrase must have: whoever has the file can try as many as they like.
const shortest = 12

// most bounds what a file may ask of this computer.
const (
	mostTime   = 100
	mostMemory = 4 << 20
)

func newArgon(memory uint32) *argon {
	a := &argon{Salt: make([]byte, 16), Time: 3, Memory: cmp.Or(memory, 64<<10), Threads: 4}
	rand.Read(a.Salt) // never fails: the program ends first
	return a
}

func (a *argon) key(secret []byte) (Key, error) {
	if a == nil || a.Time < 1 || a.Time > mostTime || a.Memory > mostMemory || a.Threads < 1 {
		return Key{}, notOurs(nil)
	}
	return Key(argon2.IDKey(secret, a.Salt, a.Time, a.Memory, a.Threads, uint32(len(Key{})))), nil
}

func passPhraseBinding() []byte { return Bind("bedside", "passphrase") }

func (k Keeper) fromPassPhrase(f *file) ([]Key, error) {
	secret, err := k.Ask(false)
	if err != nil {
		return nil, err
	}
	key, err := f.Argon.key(secret)
	if err != nil {
		return nil, err
	}
	b, err := key.Open(f.Keys, passPhraseBinding())
	if err != nil {
		return nil, &bedside.Error{Code: bedside.CodeInvalid, Message: "this is not the pass-phrase; nothing was changed", Err: err}
	}
	return keysOf(b)
}

// toPassPhrase seals keys under a fresh pass-phrase.
func (k Keeper) toPassPhrase(f *file, keys []Key) error {
	secret, err := k.Ask(true)
	if err != nil {
		return err
	}
	if len(bytes.TrimSpace(secret)) < shortest {
		return tooShort()
	}
	f.Argon = newArgon(k.Memory)
	key, err := f.Argon.key(secret)
	if err == nil {
		f.Keys = key.Seal(joined(keys), passPhraseBinding())
	}
	return err
}

func tooShort() error {
	return bedside.Errorf(bedside.CodeInvalid, "a pass-phrase needs at least %d characters: five words that nobody would put together are good", shortest)
}

// sealTo seals other keys under the pass-phrase that there is. Another one is refused.
func (k Keeper) sealTo(secret []byte, f *file, keys []Key) error {
	k.Ask = func(bool) ([]byte, error) { return secret, nil }
	if _, err := k.fromPassPhrase(f); err != nil {
		return err
	}
	return k.move(f, PassPhrase, keys)
}
