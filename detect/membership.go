package detect

import (
	"fmt"
	"strings"
)

// members says which sets a word is in: one bit a set.
type members [(setCount + 63) / 64]uint64

func (m *members) add(c set) { m[c>>6] |= 1 << (c & 63) }

func (m *members) has(c set) bool { return m[c>>6]>>(c&63)&1 != 0 }

// in reports whether the word of a cell is in a set. Which sets that word is in was looked up when the cell was made.
func (s *scan) in(l line, i int32, c set) bool {
	return i >= l.first && i < l.end && s.d.vocabulary.distinct[s.cells[i].sets].has(c)
}

// inAt is in for a cell of any sentence.
func (s *scan) inAt(i int32, c set) bool {
	return i >= 0 && i < int32(len(s.cells)) && s.d.vocabulary.distinct[s.cells[i].sets].has(c)
}

// inWord is in for a word that is no cell's.
func (s *scan) inWord(w string, c set) bool { return s.membersOf(w).has(c) }

func (s *scan) membersOf(w string) *members {
	v := s.d.vocabulary
	return &v.distinct[v.sets[v.find(w)]]
}

// learnSets notes which sets every word is in. It comes last: words that are in sets alone mean nothing to patterns and tables, and
// have the highest numbers. Without a file all sets are empty.
func learnSets(file []byte, v *vocabulary) error {
	v.listed = v.size()
	in, err := readSets(file, v)
	if err != nil {
		return err
	}
	v.distinct, v.sets = []members{{}}, make([]uint16, v.size())
	numbers := map[members]uint16{{}: 0}
	for id := range v.sets {
		m := in[wordID(id)]
		n, ok := numbers[m]
		if !ok {
			n = uint16(len(v.distinct))
			numbers[m], v.distinct = n, append(v.distinct, m)
		}
		v.sets[id] = n
	}
	return nil
}

// readSets reads a file of sets: a name in brackets on a line of its own, words on the lines behind it.
func readSets(file []byte, v *vocabulary) (map[wordID]members, error) {
	in, missing := map[wordID]members{}, map[string]set{}
	for n, name := range setNames() {
		missing["["+name+"]"] = set(n)
	}
	current, n := setCount, 0
	for line := range strings.Lines(string(file)) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		if c, ok := missing[line]; ok {
			current = c
			delete(missing, line)
			continue
		}
		if line[0] == '[' || current == setCount {
			return nil, fmt.Errorf("sets.txt:%d: want the name of a set of detect/set.go that is not above, have %q", n, line)
		}
		for w := range strings.FieldsSeq(line) {
			id := v.learn(w, 0)
			m := in[id]
			m.add(current)
			in[id] = m
		}
	}
	if len(file) > 0 && len(missing) > 0 {
		return nil, fmt.Errorf("sets.txt: %d sets of detect/set.go have no words there", len(missing))
	}
	return in, nil
}
