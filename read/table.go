package read

import (
	"encoding/binary"
	"math/bits"
)

// table finds the slot of a feature: open addressing over keys of four bytes, used as they lie in memory.
type table struct {
	mask uint64
	keys []byte
}

func tableOf(keys []byte) table { return table{uint64(len(keys)/4 - 1), keys} }

// key is what a slot keeps of a hash to tell it from others; 0 means empty.
func key(hash uint64) uint32 { return uint32(hash>>32) | 1 }

// find is the slot of a feature; false for one that training did not keep.
func (t *table) find(hash uint64) (uint32, bool) {
	k := key(hash)
	slot := hash & t.mask
	for range t.mask {
		switch binary.LittleEndian.Uint32(t.keys[4*slot:]) {
		case k:
			return uint32(slot), true
		case 0:
			return 0, false
		}
		slot = (slot + 1) & t.mask
	}
	return 0, false
}

// fetch reads where each feature would be. Nothing depends on what is there, so that the processor asks for all of it at once, and
// find waits for memory no more. What it returns means nothing; it is not inlined, so that the reading is not left out.
//
//go:noinline
func (t *table) fetch(features []uint64) (read byte) {
	for _, f := range features {
		read ^= t.keys[4*(f&t.mask)]
	}
	return read
}

// slotBits is how large a table is for some hashes: a quarter stays empty.
func slotBits(n int) uint32 { return uint32(bits.Len(uint(n + n/3 + 1))) }

// place gives each hash a slot, and returns the table's keys and the slots.
func place(order []uint64) (keys []byte, slots []int) {
	n := 1 << slotBits(len(order))
	keys, slots = make([]byte, 4*n), make([]int, len(order))
	for i, hash := range order {
		slot := int(hash) & (n - 1)
		for binary.LittleEndian.Uint32(keys[4*slot:]) != 0 {
			slot = (slot + 1) & (n - 1)
		}
		binary.LittleEndian.PutUint32(keys[4*slot:], key(hash))
		slots[i] = slot
	}
	return keys, slots
}
