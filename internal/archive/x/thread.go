package x

import (
	"bytes"
	"encoding/json"
	"strconv"
)

// threads knows what each of the author's posts answers, so that all of a thread share its first post.
type threads map[uint64]uint64

// answer is the part of a post that threads are made of.
type answer struct {
	ID string `json:"id_str"`
	To string `json:"in_reply_to_status_id_str"`
}

func (r *reader) threads(written []file) threads {
	t := threads{}
	for _, f := range written {
		r.quietly(f.name, func(raw []byte) {
			if !bytes.Contains(raw, []byte(`"in_reply_to_status_id_str"`)) {
				return // this pass is for answers only, and decoding is what takes time
			}
			var v struct {
				Tweet answer `json:"tweet"`
				answer
			}
			_ = json.Unmarshal(raw, &v)
			for _, a := range []answer{v.Tweet, v.answer} {
				if id, to := number(a.ID), number(a.To); id != 0 && to != 0 {
					t[id] = to
				}
			}
		})
	}
	return t
}

// of is the post that a thread begins with, as far as the archive tells. An answer is younger than what it answers, so that
// a chain that does not go back in time is none.
func (t threads) of(id string) string {
	at := number(id)
	if at == 0 {
		return ""
	}
	for {
		to, ok := t[at]
		if !ok || to >= at {
			return "x-" + strconv.FormatUint(at, 10)
		}
		at = to
	}
}

func number(id string) uint64 {
	n, err := strconv.ParseUint(id, 10, 64)
	if err != nil {
		return 0
	}
	return n
}
