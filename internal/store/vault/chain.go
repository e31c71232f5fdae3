package vault

import (
	"crypto/sha256"
	"encoding/binary"
	"strconv"

	"bedside"
	"bedside/internal/seal"
)

// head is the end of an owner's chain of events.
type head struct {
	seq   int64
	chain []byte
}

// link is the chain up to an event: nothing before it can be changed, left out or put elsewhere without changing it.
func link(before []byte, e Event) []byte {
	sum := sha256.Sum256(seal.Bind("bedside", "event", string(before), e.Owner, strconv.FormatInt(e.Seq, 10), micro(e.At), e.Kind, e.Verb, string(e.Commitment)))
	return sum[:]
}

// add puts an event at the end of the chain.
func (h *head) add(e Event) Event {
	e.Seq = h.seq + 1
	e.Chain = link(h.chain, e)
	h.seq, h.chain = e.Seq, e.Chain
	return e
}

// seal keeps the head from whoever can write the tables but has no key: they could make another chain, but not its end.
func (h *head) seal(key seal.Key, owner string) []byte {
	return key.Seal(append(binary.BigEndian.AppendUint64(nil, uint64(h.seq)), h.chain...), headBinding(owner))
}

func openHead(key seal.Key, o Owner) (*head, error) {
	if len(o.Head) == 0 {
		return &head{}, nil
	}
	b, err := key.Open(o.Head, headBinding(o.Name))
	if err != nil {
		return nil, err
	}
	if len(b) < 8 {
		return nil, bedside.Errorf(bedside.CodeInternal, "the end of a chain of events is cut short")
	}
	return &head{int64(binary.BigEndian.Uint64(b)), b[8:]}, nil
}

func headBinding(owner string) []byte { return seal.Bind("bedside", "head", owner) }
