package detect

import (
	"strings"

	"bedside"
	"bedside/text"
)

// scanDrugs finds medicines that no list knows by the stems of international nonproprietary names: what ends in -mab or
// -gliflozin is a medicine, also one that is named after this was written.
func scanDrugs(s *scan) {
	for i := range s.cells {
		c := int32(i)
		if s.cells[c].id != 0 || s.token(c).Kind != text.Word {
			continue
		}
		if wording := drugByStem(s.token(c).Form); wording != "" {
			s.raw = append(s.raw, found{fact: bedside.FactDrug, first: c, end: c + 1, general: wording})
		}
	}
}

// drugByStem says what kind of medicine a word is by its ending, or "".
func drugByStem(w string) string {
	if len(w) < 8 || strings.Contains(w, "lol") && !strings.HasSuffix(w, "olol") || strings.Contains(w, "lolol") {
		return ""
	}
	for _, s := range drugStems() {
		for _, end := range s.ends {
			if strings.HasSuffix(w, end) {
				return s.wording
			}
		}
	}
	return ""
}

type stem struct {
	wording string
	ends    []string
}

// drugStems are stems of the World Health Organization's list that end no other words, with what they say of a medicine.
func drugStems() []stem {
	return []stem{
		{"an antibody treatment", []string{"zumab", "ximab", "mumab", "tamab", "limab", "bamab", "tumab", "kimab", "numab", "vimab", "domab", "cimab", "lumab"}},
		{"a cancer medicine", []string{"tinib", "rafenib", "ciclib", "parib", "lisib", "degib", "rubicin", "taxel", "platin", "zomib", "fosfamide", "metinib", "clax", "lidomide", "sidenib", "leucel", "lutamide"}},
		{"a medicine for the immune system", []string{"citinib", "limus", "imod", "kinra"}},
		{"a medicine for diabetes or weight", []string{"gliptin", "gliflozin", "glutide", "glitazone", "glinide", "patide"}},
		{"a heart or blood pressure medicine", []string{"sartan", "olol", "dipine", "semide", "thiazide", "ciguat", "entan", "camten", "poride"}},
		{"a medicine for blood fats", []string{"vastatin", "fibrate", "siran", "locumab"}},
		{"a blood thinner", []string{"xaban", "gatran", "grelor", "parinux", "heparin"}},
		{"an antibiotic", []string{"cillin", "floxacin", "cycline", "penem", "oxacin", "zolid", "bactam", "thromycin", "ceftriax", "micin"}},
		{"a medicine for an infection", []string{"navir", "tegravir", "buvir", "previr", "asvir", "ciclovir", "virine", "conazole", "fungin", "bendazole", "nidazole", "oquine", "antrel", "lenacap", "caftor"}},
		{"a medicine for the mind or the nerves", []string{"oxetine", "azepam", "zolam", "triptan", "gepant", "peridone", "piprazole", "racetam", "orexant", "pipant", "melteon", "bamate", "zodone", "afaxine"}},
		{"a stomach medicine", []string{"prazole", "setron", "prazan", "tidine", "pitant"}},
		{"a medicine", []string{"lukast", "dronate", "dronic acid", "terol", "tropium", "begron", "fenacin", "curonium", "flurane", "relin", "relix", "nercept", "tacept", "patercept", "antel", "copan"}},
	}
}
