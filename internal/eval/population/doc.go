// Package population tells how well the engine counts. It draws whole states of invented people, one by one: where each lives, how old they
// are, what they are called and do, what they have, which hospital saw them when. Then it writes drafts that tell some of the details of some
// of them, counts whom else in that state the same words fit, and holds the engine's estimate beside the truth.
//
// How many live where, by age, and how large hospitals are, comes from the tables of package census; everything that makes details hang together
// is its own, and it shares no code with reid or worth. Everything follows from a seed. Start at Run.
package population
