package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5" //nolint:gosec // how the standard locks files
	"crypto/rc4" //nolint:gosec // the same
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
)

// key opens a file that is locked without a password: everybody can read it, and some programs only forbid to print it.
type key struct {
	secret []byte
	method name // RC4, AESV2, AESV3, Identity
}

// padding is what the standard puts in place of a password.
const padding = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

// locked reports whether a file asks for a password.
func (f *file) locked() bool { return f.key != nil && f.key.method == "" }

// unlock works out the key, if the file is locked.
func (f *file) unlock() {
	d := f.dict(f.trailer["Encrypt"])
	if d == nil {
		return
	}
	f.key = &key{}
	version, revision := int(f.number(d["V"])), int(f.number(d["R"]))
	if f.name(d["Filter"]) != "Standard" {
		return
	}
	method := name("RC4")
	if version >= 4 {
		if method = f.name(f.dict(f.dict(d["CF"])[orName(f.name(d["StmF"]), "Identity")])["CFM"]); method == "V2" {
			method = "RC4"
		}
	}
	if revision >= 5 {
		f.key.secret = f.newSecret(d, revision)
	} else {
		f.key.secret = f.oldSecret(d, version, revision)
	}
	if f.key.secret == nil {
		return
	}
	f.key.method = method
	for id, o := range f.objects {
		if id != f.trailer["Encrypt"] {
			f.objects[id] = f.key.strings(id, o)
		}
	}
}

// strings unlocks the strings of an object. Its streams are unlocked when they are read.
func (k *key) strings(of ref, o any) any {
	switch o := o.(type) {
	case text:
		return text(k.open(of, []byte(o)))
	case array:
		for i := range o {
			o[i] = k.strings(of, o[i])
		}
	case dict:
		for key := range o {
			o[key] = k.strings(of, o[key])
		}
	case stream:
		if o.dict["Type"] != name("XRef") {
			k.strings(of, o.dict)
		}
	}
	return o
}

func orName(n, otherwise name) name {
	if n == "" {
		return otherwise
	}
	return n
}

// oldSecret is the key of files before 2008, if no password is asked for.
func (f *file) oldSecret(d dict, version, revision int) []byte {
	owner, _ := f.resolve(d["O"]).(text)
	user, _ := f.resolve(d["U"]).(text)
	length := 5
	if version > 1 {
		length = min(16, max(5, or(f.number(d["Length"]), 40)/8))
	}
	if version == 4 {
		length = 16
	}
	if len(owner) < 32 || len(user) < 32 {
		return nil
	}
	var id text
	if ids := f.array(f.trailer["ID"]); len(ids) > 0 {
		id, _ = f.resolve(ids[0]).(text)
	}
	b := append([]byte(padding), owner[:32]...)
	b = binary.LittleEndian.AppendUint32(b, uint32(int64(f.number(d["P"])))) //nolint:gosec // its lower bits
	b = append(b, id...)
	if meta, ok := f.resolve(d["EncryptMetadata"]).(bool); ok && !meta && revision >= 4 {
		b = append(b, 0xff, 0xff, 0xff, 0xff)
	}
	sum := md5.Sum(b) //nolint:gosec // the standard's
	if revision >= 3 {
		for range 50 {
			sum = md5.Sum(sum[:length]) //nolint:gosec // the standard's
		}
	}
	secret := bytes.Clone(sum[:length])
	if !opens(secret, user, id, revision) {
		return nil
	}
	return secret
}

// opens reports whether a key is the right one.
func opens(secret []byte, user, id text, revision int) bool {
	if revision < 3 {
		return bytes.Equal(stir(secret, []byte(padding)), []byte(user[:32]))
	}
	sum := md5.Sum(append([]byte(padding), id...)) //nolint:gosec // the standard's
	out := sum[:]
	for i := range 20 {
		with := bytes.Clone(secret)
		for j := range with {
			with[j] ^= byte(i)
		}
		out = stir(with, out)
	}
	return bytes.Equal(out, []byte(user[:16]))
}

// stir is RC4, which locks and unlocks.
func stir(secret, b []byte) []byte {
	c, err := rc4.NewCipher(secret) //nolint:gosec // the standard's
	if err != nil {
		return nil
	}
	out := make([]byte, len(b))
	c.XORKeyStream(out, b)
	return out
}

// newSecret is the key of files since 2008, if no password is asked for.
func (f *file) newSecret(d dict, revision int) []byte {
	user, _ := f.resolve(d["U"]).(text)
	locked, _ := f.resolve(d["UE"]).(text)
	if len(user) < 48 || len(locked) < 32 {
		return nil
	}
	check, salt := []byte(user[32:40]), []byte(user[40:48])
	if !bytes.Equal(hashed(check, revision), []byte(user[:32])) {
		return nil
	}
	block, err := aes.NewCipher(hashed(salt, revision))
	if err != nil {
		return nil
	}
	out := make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(out, []byte(locked[:32]))
	return out
}

// hashed is the hash of no password and some salt; since revision 6 it is stirred for a while.
func hashed(salt []byte, revision int) []byte {
	sum := sha256.Sum256(salt)
	k := sum[:]
	if revision < 6 {
		return k
	}
	for i := 0; ; i++ {
		round := bytes.Repeat(k, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(round, round)
		rest := 0
		for _, b := range round[:16] {
			rest += int(b)
		}
		switch rest % 3 {
		case 0:
			s := sha256.Sum256(round)
			k = s[:]
		case 1:
			s := sha512.Sum384(round)
			k = s[:]
		default:
			s := sha512.Sum512(round)
			k = s[:]
		}
		if i >= 63 && int(round[len(round)-1]) <= i-32 {
			return k[:32]
		}
	}
}

// unlocked gives the bytes of a stream as they were before the file was locked.
func (f *file) unlocked(s stream) []byte {
	if f.key == nil || s.dict["Type"] == name("XRef") {
		return s.raw
	}
	return f.key.open(s.of, s.raw)
}

// open unlocks bytes that belong to an object.
func (k *key) open(of ref, b []byte) []byte {
	switch k.method {
	case "RC4":
		return stir(k.of(of, ""), b)
	case "AESV2":
		return chained(k.of(of, "sAlT"), b)
	case "AESV3":
		return chained(k.secret, b)
	case "":
		return nil
	}
	return b
}

// of is the key of one object.
func (k *key) of(of ref, salt string) []byte {
	b := append(bytes.Clone(k.secret), byte(of), byte(of>>8), byte(of>>16), 0, 0) //nolint:gosec // its lower bytes
	sum := md5.Sum(append(b, salt...))                                            //nolint:gosec // the standard's
	return sum[:min(16, len(k.secret)+5)]
}

// chained is AES with blocks that hang together; the last says how much pads it.
func chained(secret, b []byte) []byte {
	block, err := aes.NewCipher(secret)
	if err != nil || len(b) < 32 {
		return nil
	}
	out := make([]byte, (len(b)-16)/16*16)
	cipher.NewCBCDecrypter(block, b[:16]).CryptBlocks(out, b[16:16+len(out)])
	if pad := int(out[len(out)-1]); pad >= 1 && pad <= 16 {
		out = out[:len(out)-pad]
	}
	return out
}
