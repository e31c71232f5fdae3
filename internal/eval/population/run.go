package population

import (
	"math/rand/v2"

	"bedside"
	"bedside/census"
)

// Check answers a draft, as the engine does.
type Check func(bedside.Draft) (*bedside.Result, error)

// Case is one simulated person: how many their draft fits, and how many the engine says. It holds no words.
type Case struct {
	State    string
	True     int
	Crowd    *bedside.Crowd // nil where the engine gives none
	Why      string         // then the reason it says
	Hospital bool           // told as somebody who was seen, not as somebody who lives there
	text     string
}

// perState is how many drafts are told of one state: drawing its people takes longer than telling of them.
const perState = 260

// Run draws n people of invented states and holds the engine's estimates beside the truth. The same seed gives the same cases.
func Run(check Check, t *census.Table, files Files, seed uint64, n int) ([]Case, error) {
	names := newNames(t, files)
	var out []Case
	for i := 0; len(out) < n; i++ {
		r := rand.New(rand.NewPCG(seed, uint64(i)))
		s, err := newState(t, files, names, States()[(int(seed)+i)%len(States())], r)
		if err != nil {
			return nil, err
		}
		for range min(perState, n-len(out)) {
			c, err := s.try(check, r)
			if err != nil {
				return nil, err
			}
			out = append(out, c)
		}
	}
	return out, nil
}

// try tells of somebody, counts whom the words fit, and asks the engine.
func (s *state) try(check Check, r *rand.Rand) (Case, error) {
	told, ok := s.tell(r)
	for !ok {
		told, ok = s.tell(r)
	}
	c := Case{State: s.code, True: s.count(&told.query), Hospital: told.query.seen, text: told.draft.Text}
	result, err := check(told.draft)
	if err != nil {
		return c, err
	}
	for i := range result.People {
		if p := result.People[i].Crowd; p != nil && (c.Crowd == nil || p.Likely < c.Crowd.Likely) {
			c.Crowd = p
		}
	}
	if c.Crowd == nil {
		c.Why = why(result)
	}
	return c, nil
}

// why is what a result says of a crowd that it does not give.
func why(r *bedside.Result) string {
	for _, n := range r.NotChecked {
		if n.Code == "crowd" {
			return n.Message
		}
	}
	return "Nobody in the draft was taken for somebody to protect."
}
