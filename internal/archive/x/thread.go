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

// of is the post that a thread begins with, as far as the archive tells.
func (t threads) of(id string) string {
	n := number(id)
	if n == 0 {
		return ""
	}
	first := n
	for to, ok := t.answered(first); ok; to, ok = t.answered(first) {
		first = to
	}
	for at := n; at != first; { // whoever asks next need not go all the way
		to := t[at]
		t[at] = first
		at = to
	}
	return "x-" + strconv.FormatUint(first, 10)
}

// answered is what a post answers. An answer is younger than that, so that a chain that does not go back in time is none.
func (t threads) answered(id uint64) (uint64, bool) {
	to, ok := t[id]
	return to, ok && to < id
}

func number(id string) uint64 {
	n, err := strconv.ParseUint(id, 10, 64)
	if err != nil {
		return 0
	}
	return n
}
