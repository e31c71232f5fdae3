package packfile_test

import (
	"maps"
	"strings"
	"testing/fstest"
)

// doseRule is a rule without faults; tests change a word of it.
const doseRule = `id: advice.dose
topic: advice
clauses: [amsa.no-advice]
each: sentence
starts: [advice.dose]
evidence: [advice.*, drug]
grades:
  - when:
      all: [advice.dose, {any: [drug, "sentence:advice.directive"]}]
    severity: block
    message: A dose is told to one person
    why: Nobody here has examined them. A dose can harm.
    remedy: Point to their own doctor.
    edit: append
    insert: Please ask your own doctor.
flag:
  - draft: {text: "take 400 mg of ibuprofen", time: 2026-05-01T10:00:00Z}
    severity: block
    evidence: [400 mg]
    person: other
  - draft: {text: "just take two paracetamol"}
    severity: block
  - draft: {text: "double it"}
    severity: block
allow:
  - draft: {text: "ask your GP"}
  - draft: {text: "the usual dose is on the leaflet"}
    verdict: advise
  - draft: {text: "no"}
`

// small is a whole small pack, with the files given laid over it.
func small(files map[string]string) fstest.MapFS {
	all := map[string]string{
		"pack.yaml":                "id: small\nversion: \"1\"\ncaps: {colleague: revise}\n",
		"bodies/amsa.yaml":         "body: amsa\nsource: AMSA\ntitle: Guidelines\nclauses:\n  - id: amsa.no-advice\n    cite: point 3\n    text: Do not.\n    binds: [students]\n",
		"bodies/conflicts.yaml":    "points:\n  - id: C9\n    title: Advice\n    rule: Public advice is sent back.\n    clauses: [amsa.no-advice]\n    follows: [amsa.no-advice]\n",
		"carried.yaml":             "amsa.no-advice: {room: Inbox, planned: true}\n",
		"rules/advice/dose.yaml":   doseRule,
		"questions/pictured.yaml":  "id: pictured\neach: person\nstarts: [media.any]\nprompt: Who is in the picture?\noptions:\n  - {value: patient, label: A patient, sets: [pictured]}\n  - {value: nobody, label: Nobody}\n",
		"law/us.yaml":              "jurisdiction: US\nfacts:\n  - {id: us.x, cite: 45 CFR, text: A fact., status: verified, source: a page}\n",
		"rules/advice/README.md":   "kept out",
		"rules/advice/.swp.yaml~":  "kept out",
		"questions/.DS_Store.yaml": "kept out",
	}
	maps.Copy(all, files)
	fsys := fstest.MapFS{}
	for name, text := range all {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// withDose is the small pack with one piece of its rule replaced.
func withDose(old, changed string) fstest.MapFS {
	if !strings.Contains(doseRule, old) {
		panic("the rule does not hold " + old)
	}
	return small(map[string]string{"rules/advice/dose.yaml": strings.Replace(doseRule, old, changed, 1)})
}
