package detect

import "strings"

func isJoiner(w string) bool { return w == "of" || w == "the" || w == "and" || w == "'s" || w == "for" }

// isOpener holds for words that carry a capital only because they begin a sentence or are pronouns.
func isOpener(w string) bool {
	switch w {
	case "i", "the", "a", "an", "my", "our", "this", "that", "these", "at", "in", "from", "every", "another", "great", "love", "when", "if", "and", "but", "so", "what", "why", "how", "no",
		"your", "his", "her", "their", "its", "is", "was", "thank", "thanks", "to", "joined", "joining", "leaving", "left", "dear", "hello", "hi", "congrats", "congratulations", "proud",
		"working", "loving", "starting", "started", "visiting", "visited", "for", "with", "not", "just", "some", "any", "all", "most", "many", "which", "where", "who", "doctor", "dr",
		"bad", "good", "chair", "professor", "official", "joint", "first", "last", "one", "two", "three", "today", "yesterday", "tomorrow", "here", "there", "more", "only", "still", "new", "best", "worst", "same", "other", "each":
		return true
	}
	return false
}

// isGenericName holds for words that tell no institution from others: "Children's Hospital" is one in every other town.
func isGenericName(w string) bool {
	switch w {
	case "teaching", "university", "children", "childrens", "children's", "'s", "of", "the", "and", "for", "public", "private", "local", "district", "general", "regional", "county", "state",
		"national", "federal", "city", "central", "community", "memorial", "women", "womens", "medical", "health", "healthcare", "care", "mental", "primary", "secondary", "tertiary", "urgent",
		"family", "dental", "eye", "cancer", "heart", "day", "outpatient", "inpatient", "nursing", "nurse", "home", "emergency", "acute", "maternity", "rehab", "rehabilitation", "global",
		"digital", "clinical", "travel", "online", "virtual", "sexual", "fertility", "pain", "memory", "fracture", "diabetes", "diabetic", "royal", "psychiatric", "psych", "pediatric", "paediatric",
		"veterans", "veteran", "military", "army", "field", "base", "mission", "rural", "provincial", "municipal", "referral", "specialist", "cottage", "animal", "vet", "veterinary", "hospital",
		"clinic", "centre", "center", "high", "middle", "elementary", "grammar", "junior", "senior", "preparatory", "prep", "sunday", "night", "summer", "business", "law", "graduate", "grad", "med",
		"nursery", "boarding", "infant", "surgery", "plastic", "plastics", "ortho", "orthopedic", "orthopaedic", "cardiac", "surgical", "trauma", "vascular", "thoracic", "oral", "hand", "spine", "neuro",
		"world", "human", "men", "mens", "population", "occupational", "environmental", "behavioral", "behavioural", "reproductive", "oncology", "quality", "research", "science", "sciences", "technology",
		"attorney", "surgeon", "director", "secretary", "postmaster", "auditor", "solicitor", "governor", "inspector", "lieutenant", "major", "brigadier", "adjutant", "practice", "group", "gp", "nhs",
		"va", "us", "uk", "american", "british", "european", "international", "medicine", "school", "college", "institute", "academy", "test", "training", "skills", "walk", "hiv", "tb", "sti", "covid", "flu",
		"vaccine", "vaccination", "asthma", "stroke", "renal", "dialysis", "breast", "skin", "dermatology", "wound", "foot", "hearing", "ear", "fetal", "abortion", "methadone", "student", "campus", "prison",
		"tech", "female", "male", "full", "continuing", "higher", "further", "electoral", "sixth", "form":
		return true
	}
	return false
}

// isInstitutionWord holds for the words that names of institutions end in.
func isInstitutionWord(w string) bool {
	switch w {
	case "hospital", "hospitals", "infirmary", "clinic", "clinics", "hospice", "medical", "health", "healthcare", "memorial", "regional", "general", "university", "college", "surgery", "practice",
		"institute", "sanatorium", "polyclinic", "maternity", "pharmacy", "academy", "school", "nursery", "dispensary", "phc", "chc", "rehab", "rehabilitation", "hospitaux",
		"klinikum", "krankenhaus", "spital", "ziekenhuis", "sykehus", "sjukhus", "sygehus", "sairaala", "hastanesi", "korhaz", "preschool", "kindergarten", "convent", "seminary", "lyceum",
		"polytechnic", "madrasa", "gymnasium", "nursing", "orphanage":
		return true
	}
	return false
}

// isForeignInstitution holds for the words that names of institutions begin with in other languages.
func isForeignInstitution(w string) bool {
	switch w {
	case "klinikum", "klinik", "universitatsklinikum", "krankenhaus", "hopital", "clinique", "chu", "hospital", "hospitalier", "clinica", "ospedale", "policlinico", "policlinica", "szpital",
		"nemocnice", "spitalul", "ysbyty", "ospidal", "ospital", "sanatorio", "centro", "centre", "colegio", "escuela", "lycee", "college", "universidad", "universite", "universita",
		"universitat", "universidade", "escola", "instituto", "rs", "rsud", "puskesmas", "ehpad", "cabinet", "maternite":
		return true
	}
	return false
}

// isInstitutionTail holds for words that go on with a name behind the word for its kind.
func isInstitutionTail(w string) bool {
	switch w {
	case "center", "centre", "hospital", "hospitals", "school", "clinic", "system", "systems", "group", "campus", "trust", "foundation", "nhs", "network", "partners", "institute", "college", "university",
		"medical", "health", "home", "practice", "ward", "wing", "unit", "hospice", "infirmary", "ctr", "med", "care", "services", "partnership", "board", "authority", "district", "faculty":
		return true
	}
	return false
}

// isPlaceOfCare holds for the words that a saint's name needs to be a hospital's in small letters.
func isPlaceOfCare(w string) bool {
	switch w {
	case "hospital", "infirmary", "hospice", "clinic", "medical", "health", "surgery", "maternity", "school", "college", "academy", "convent", "sanatorium":
		return true
	}
	return false
}

// isBody holds for societies that carry the word for a school: "Royal College of Physicians", "the American College of Surgeons".
func isBody(word, next, before string) bool {
	return word == "college" && next == "of" && (before == "royal" || before == "american" || before == "")
}

// isMoved holds for words that lead over "to" and "from" to a place of care.
func isMoved(w string) bool {
	switch w {
	case "admitted", "readmitted", "admission", "admit", "transferred", "transfer", "transferring", "transfers", "referred", "referral", "refer", "discharged", "rushed", "airlifted", "helicoptered",
		"lighted", "medevaced", "medevacked", "repatriated", "presented", "biked", "ambulanced", "stretchered", "handover":
		return true
	}
	return false
}

// isCareLead holds for words that lead over "at" to a place of care.
func isCareLead(w string) bool {
	switch w {
	case "seen", "treated", "treatment", "assessed", "evaluated", "examined", "diagnosed", "operated", "hospitalised", "hospitalized", "followed", "follow", "born", "delivered", "intubated", "reviewed",
		"sectioned", "inpatient", "outpatient", "patient", "patients", "appointment", "appt", "surgery", "operation", "chemo", "dialysis", "stay", "stayed", "clinic", "ward", "icu", "nicu", "picu", "ed", "er",
		"biopsied", "scanned", "imaged", "tests", "labs", "biopsy", "scan", "monitored", "stabilised", "stabilized", "cared", "died", "dying", "transplanted", "transplant", "underwent", "undergoing",
		"undergone", "hx", "records", "pt", "scheduled", "dx'd", "dx", "unit", "maternity", "icu's", "theatre", "consulted", "consult", "bed", "beds", "midwives", "nurses", "doctors":
		return true
	}
	return false
}

// isWent holds for words that lead over "to" and "from" to a place of work or study.
func isWent(w string) bool {
	switch w {
	case "graduated", "graduate", "matched", "accepted", "graduating", "seconded":
		return true
	}
	return false
}

// isWorkLead holds for words that lead over "at" to a place of work or study.
func isWorkLead(w string) bool {
	switch w {
	case "work", "works", "worked", "working", "residency", "rotation", "rotations", "rotating", "shift", "shifts", "resident", "intern", "internship", "fellowship", "fellow", "consultant", "nurse",
		"registrar", "professor", "lecturer", "student", "studying", "studied", "placement", "job", "post", "interview", "interviewed", "employed", "locum", "locuming", "elective", "trained", "training",
		"trainee", "teaches", "teach", "teacher", "taught", "hired", "sho", "pgy", "faculty", "staff", "physician", "surgeon", "doctor", "pharmacist", "midwife", "paramedic", "volunteer", "volunteering",
		"nights", "hospitalist", "enrolled", "attends", "pupil", "schedule", "projects", "attending", "colleagues", "principal", "headteacher":
		return true
	}
	return false
}

// isChain holds for shops that stand in every town.
func isChain(w string) bool {
	switch w {
	case "cvs", "walgreens", "walmart", "target", "costco", "boots", "rite", "aid", "superdrug", "lloyds", "kroger", "clicks", "dischem", "tesco", "asda", "sainsbury", "walgreen", "publix", "safeway", "shoppers",
		"watsons", "costa", "dunnes", "canva", "excel", "greggs", "starbucks", "lidl", "aldi", "ikea", "primark", "guardian", "chemist", "warehouse", "medplus", "netmeds", "rexall", "priceline", "mercury":
		return true
	}
	return false
}

// isUnit holds for parts of any hospital, which are no names.
func isUnit(w string) bool {
	switch w {
	case "icu", "itu", "nicu", "picu", "sicu", "micu", "ccu", "cicu", "cvicu", "hdu", "scbu", "ed", "er", "a&e", "ae", "or", "ot", "pacu", "opd", "ipd", "gopd", "amu", "mau", "sau", "aau", "cdu", "eau", "l&d", "ld",
		"mri", "ct", "pet", "ir", "ent", "gi", "gp", "gps", "pcp", "snf", "ltach", "rehab", "hospice", "ama", "home", "theatre", "theater", "resus", "majors", "minors", "triage", "radiology", "labour", "labor",
		"ward", "casualty", "obgyn", "ob", "icus", "pcu", "imcu", "bmt", "onc", "psych", "ortho", "derm", "cardio", "neuro", "uro", "gynae", "gyn", "peds", "paeds", "endo", "rheum", "haem", "heme",
		"plastics", "vascular", "ems", "bls", "als", "cpr", "ecmo", "dnr", "dka", "emergency", "intensive", "critical", "special", "high", "acute", "surgical", "medical", "maternity", "nursery", "delivery",
		"morgue", "mortuary", "palliative", "outpatients", "outpatient", "inpatient", "day", "stroke", "cath", "burns", "trauma", "spinal", "renal", "dialysis", "step", "telemetry", "tele", "recovery",
		"camhs", "mdt", "nhs", "va", "covid", "clinic", "hospital", "school", "church", "jail", "prison", "court", "god", "heaven", "facebook", "twitter", "instagram", "tiktok", "whatsapp", "google", "zoom", "youtube":
		return true
	}
	return false
}

// isFieldOfMedicine holds for names of specialties, by their look: one is referred to them.
func isFieldOfMedicine(w string) bool {
	for _, end := range [...]string{
		"ology", "ologist", "iatrics", "iatry", "iatrician", "iatrist", "surgery", "surgeon", "surgeons", "surgical", "therapy", "medicine", "etrics", "aesthetics", "esthetics", "aesthesia",
		"esthesia", "otics", "physio", "trician", "ician", "ists", "ics", "metry",
	} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

func isMonthOrDay(w string) bool {
	switch w {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "christmas", "easter", "eid", "diwali", "thanksgiving",
		"halloween", "xmas", "ramadan":
		return true
	}
	return false
}
