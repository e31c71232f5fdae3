package bedside

// Head is one question that the learned reader answers of a draft as a whole (package read). Its answers are facts like
// all others: LearnedFact names them.
type Head uint8

// The heads. Each learns from the labels of one topic, as corpus/GUIDE.md defines it.
const (
	HeadToldStory Head = iota
	HeadPatientContact
	HeadIndividualAdvice
	HeadPromotion
	HeadInstitutionVoice
	HeadContempt
	HeadOthersWork
	HeadInternalMatter
	HeadUnsupportedClaim
	HeadEndorsement
	HeadExamContent
	HeadOwnExposure
	HeadOnDuty
	HeadColleagueShamed
	HeadOverstated

	headEnd
)

// HeadCount is the number of heads: the length of any table indexed by head.
const HeadCount = int(headEnd)

// Level is how sure the reader is of a head. Unlikely implies Doubtful, Sure implies Likely; a draft that was read is
// Doubtful or Likely, one that was not is neither.
type Level uint8

// The levels.
const (
	Unlikely Level = iota // nearly all examples of the head lie above
	Doubtful              // a rule that finds it by words alone is more often wrong than right
	Likely                // one that finds it is right
	Sure                  // found even where no rule finds it

	levelEnd
)

type headInfo struct{ name, topic, meaning string }

var heads = [HeadCount]headInfo{ //nolint:gochecknoglobals // a read-only table
	HeadToldStory:        {"told_story", "patient_privacy", "one real patient is told of, and somebody could recognise them"},
	HeadPatientContact:   {"patient_contact", "boundaries", "private contact with a patient, or one looked up"},
	HeadIndividualAdvice: {"individual_advice", "advice", "one person's symptoms or treatment answered"},
	HeadPromotion:        {"promotion", "disclosure", "a product or employer praised, with the tie unsaid or buried"},
	HeadInstitutionVoice: {"institution_voice", "disclaimer", "spoken for the institution, or a page without rules"},
	HeadContempt:         {"contempt", "respect", "patients, a group or a person mocked, despised or threatened"},
	HeadOthersWork:       {"others_work", "copyright", "somebody else's work passed on without permission"},
	HeadInternalMatter:   {"internal_matter", "proprietary", "unannounced, internal or security matters of the institution"},
	HeadUnsupportedClaim: {"unsupported_claim", "claims", "a cure, a guarantee, a superlative or a falsehood"},
	HeadEndorsement:      {"endorsement", "politics", "a candidate or party endorsed with the office or the title"},
	HeadExamContent:      {"exam_content", "academic_integrity", "exam questions, slides or recordings passed on"},
	HeadOwnExposure:      {"own_exposure", "own_privacy", "the author's own home, documents, whereabouts or state"},
	HeadOnDuty:           {"on_duty", "work_commitments", "posted while responsible for a patient"},
	HeadColleagueShamed:  {"colleague_shamed", "colleague", "a recognisable colleague criticised, shamed or abused"},
	HeadOverstated:       {"overstated", "credentials", "training, title or credentials overstated"},
}

var levelNames = [levelEnd]string{"unlikely", "doubtful", "likely", "sure"} //nolint:gochecknoglobals // a read-only table

// LearnedFact is the fact that the reader gives a head at a level.
func LearnedFact(h Head, l Level) FactKind {
	return factLearned + FactKind(h)*FactKind(levelEnd) + FactKind(l)
}

// LearnedOf is the head and the level of a fact of the reader's; false for all other facts.
func LearnedOf(k FactKind) (Head, Level, bool) {
	if k < factLearned || k >= factEnd {
		return 0, 0, false
	}
	n := k - factLearned
	return Head(n / FactKind(levelEnd)), Level(n % FactKind(levelEnd)), true
}

// Heads lists the heads' names.
func Heads() []string {
	out := make([]string, HeadCount)
	for h := range out {
		out[h] = heads[h].name
	}
	return out
}

// ParseHead finds a head by its name.
func ParseHead(name string) (Head, bool) {
	for h := range headEnd {
		if heads[h].name == name {
			return h, true
		}
	}
	return 0, false
}

// HeadOf is the head that learns from a topic.
func HeadOf(topic string) (Head, bool) {
	for h := range headEnd {
		if heads[h].topic == topic {
			return h, true
		}
	}
	return 0, false
}

// String returns the head's name, which is the first part of its facts' names.
func (h Head) String() string { return heads[h].name }

// Topic is the topic whose labels teach the head.
func (h Head) Topic() string { return heads[h].topic }

// addLearned completes the vocabulary: four facts a head.
func addLearned(v [FactCount]FactInfo) [FactCount]FactInfo {
	for h := range headEnd {
		for l := range levelEnd {
			v[LearnedFact(h, l)] = FactInfo{heads[h].name + "." + levelNames[l], Derived, "the reader finds " + levelNames[l] + ": " + heads[h].meaning}
		}
	}
	return v
}
