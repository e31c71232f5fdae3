package vault

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"strconv"
	"time"

	"bedside"
	"bedside/internal/seal"
	"bedside/internal/store"
)

// saltSize is the length of the salt that a body is sealed with. It makes the commitment to a version untestable once its key is gone.
const saltSize = 32

// sealed makes a row of a record with a key of its own, and the commitment to it.
func sealed(owner seal.Key, r store.Record) (Row, []byte) {
	salted := make([]byte, saltSize, saltSize+len(r.Body))
	rand.Read(salted) // never fails: the program ends first
	commitment := commit(salted, r)
	salted = append(salted, r.Body...)
	key := seal.NewKey()
	row := Row{Record: r, Key: owner.Wrap(key, rowBinding("key", r))}
	row.Body = key.Seal(salted, rowBinding("body", r))
	return row, commitment
}

// unsealed opens a row, and repeats the commitment to it.
func unsealed(owner seal.Key, r Row) (store.Record, []byte, error) {
	key, err := owner.Unwrap(r.Key, rowBinding("key", r.Record))
	if err != nil {
		return store.Record{}, nil, err
	}
	salted, err := key.Open(r.Body, rowBinding("body", r.Record))
	if err != nil {
		return store.Record{}, nil, err
	}
	if len(salted) < saltSize {
		return store.Record{}, nil, bedside.Errorf(bedside.CodeInternal, "a record of kind %s is cut short", r.Kind)
	}
	out := r.Record
	out.Body = salted[saltSize:]
	return out, commit(salted[:saltSize], out), nil
}

// rowBinding binds what is sealed to one version of one record: elsewhere it does not open.
func rowBinding(what string, r store.Record) []byte {
	return seal.Bind("bedside", what, r.Owner, r.Kind, r.ID, strconv.Itoa(r.Version))
}

// commit commits to a version of a record with a salt.
func commit(salt []byte, r store.Record) []byte {
	h := hmac.New(sha256.New, salt)
	h.Write(seal.Bind(r.Owner, r.Kind, r.ID, r.State, micro(r.At), micro(r.Due), strconv.Itoa(r.Rank), strconv.Itoa(r.Version), string(r.Body)))
	return h.Sum(nil)
}

func micro(t time.Time) string { return strconv.FormatInt(t.UnixMicro(), 10) }
