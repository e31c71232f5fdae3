package eval

// metric is one of the scores of the design.
type metric int

const (
	side           metric = iota // ok and advise against revise and block
	band                         // the verdict lies in the band that reasonable readers gave
	silence                      // drafts labelled ok that get no finding at all
	topicF1                      // topics at revise or block, on drafts labelled so: hits of the union
	topicPrecision               // the same: of the topics told
	topicRecall                  // the same: of the topics labelled
	spansHit                     // gold spans that evidence of the same topic overlaps
	markedInside                 // of all marked words, those inside gold spans
	markedLabelled               // the same, on drafts that have gold findings
	rewritten                    // of drafts rightly sent back for their words, those that get a good rewrite
	letThrough                   // of drafts to send back, those let through
	sentBack                     // of acceptable drafts, those sent back
	askedOfCare                  // of drafts about somebody's care, those with a question
	askedOrdinary                // of ordinary posts, those with a question
	metricCount
)

// metricInfo is how a metric is told. Lower means that less is better.
type metricInfo struct {
	key, title string
	lower      bool
}

func (m metric) info() metricInfo {
	return [metricCount]metricInfo{
		side:           {"side", "side right", false},
		band:           {"band", "verdict in its band", false},
		silence:        {"silence", "silence on drafts labelled ok", false},
		topicF1:        {"topic_f1", "topics, micro-F1", false},
		topicPrecision: {"topic_precision", "topics, precision", false},
		topicRecall:    {"topic_recall", "topics, recall", false},
		spansHit:       {"words_hit", "gold spans hit", false},
		markedInside:   {"words_inside", "marked words inside gold", false},
		markedLabelled: {"words_inside_labelled", "  on labelled drafts only", false},
		rewritten:      {"rewrite", "rewrite offered and good", false},
		letThrough:     {"let_through", "to send back, let through", true},
		sentBack:       {"sent_back", "acceptable, sent back", true},
		askedOfCare:    {"asked_of_care", "asked of a draft about care", true},
		askedOrdinary:  {"asked_ordinary", "asked of an ordinary post", true},
	}[m]
}

// rate is the figure of summed counts.
func (m metric) rate(c Count) Rate {
	if m == topicF1 {
		return f1Of(c)
	}
	return rateOf(c)
}

// Metric is a score as it is told.
type Metric struct {
	Key   string `json:"key"`
	Title string `json:"title"`
	Rate
}

func metricsOf(counts [metricCount]Count) []Metric {
	out := make([]Metric, metricCount)
	for m := range metricCount {
		out[m] = Metric{m.info().key, m.info().title, m.rate(counts[m])}
	}
	return out
}
