package subject

import "bedside"

// asTopic holds for an illness that is spoken of as everybody's concern, and not as what somebody has: "the coronavirus response",
// "a measles outbreak", "In the wake of #covid19, …". An illness of these days is one unless a word says that somebody has it.
func (r *reader) asTopic(m *bedside.Mention) bool {
	if m.Kind != bedside.FactCondition && m.Kind != bedside.FactRareCondition {
		return false
	}
	after := r.word(m.Last)
	if isCampaign(after) || isCampaign(r.word(m.Last+1)) && isCampaignLead(after) {
		return true
	}
	return r.isEpidemic(m) && !r.had(m)
}

// isCampaign holds for what is done, said or counted about an illness by the many.
func isCampaign(w string) bool {
	switch w {
	case "outbreak", "outbreaks", "pandemic", "epidemic", "crisis", "awareness", "research", "vaccine", "vaccines", "vaccination", "vaccinations", "jabs", "boosters", "screening",
		"testing", "tests", "cases", "coverage", "response", "relief", "bill", "hoax", "deaths", "prevention", "policy", "guidance", "guidelines", "conference", "charity", "fundraiser",
		"society", "foundation", "briefing", "restrictions", "lockdown", "wards", "strategy", "surveillance", "spread", "precautions", "news", "numbers", "statistics", "rates", "emergency":
		return true
	}
	return false
}

// isCampaignLead holds for what may stand between: "covid task force", "measles public health emergency".
func isCampaignLead(w string) bool {
	switch w {
	case "task", "public", "health", "global", "national", "state", "booster", "wave":
		return true
	}
	return false
}

// isEpidemic holds for illnesses that come over whole countries, and are talked of there.
func (r *reader) isEpidemic(m *bedside.Mention) bool {
	for i := m.First; i < m.Last; i++ {
		switch r.word(i) {
		case "coronavirus", "coronaviruses", "covid", "covid19", "corona", "ncov", "sars", "mers", "ebola", "zika", "mpox", "monkeypox", "cholera", "measles", "polio", "flu", "influenza", "virus":
			return true
		}
	}
	return false
}

// hadReach is how many words before an illness may say that somebody has it.
const hadReach = 4

// had holds where the words beside an illness say that somebody has it, or had.
func (r *reader) had(m *bedside.Mention) bool {
	switch r.word(m.Last) {
	case "case", "positive", "pneumonia", "pneumonitis", "patient", "patients", "pt", "pts", "ards", "encephalitis", "contact", "survivor", "victim":
		return true
	}
	for i := m.First - 1; i >= 0 && i >= m.First-hadReach && int(r.passage.Doc.Tokens[i].Sentence) == r.sentenceOf(m); i-- {
		switch r.word(i) {
		case "with", "has", "have", "had", "having", "got", "gets", "getting", "caught", "catching", "catches", "contracted", "contracts", "positive", "negative", "diagnosed", "beat", "beats", "beating",
			"battling", "battled", "fighting", "fought", "survived", "surviving", "suffering", "suffered", "died", "dies", "dying", "recovering", "recovered", "his", "her", "their", "hospitalised",
			"hospitalized", "admitted", "ventilated", "intubated", "lost", "for", "post", "suspected", "confirmed", "severe", "r/o", "?", "dx", "w", "w/", "c":
			return true
		}
	}
	return false
}
