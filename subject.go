package bedside

import "strconv"

// Subject says who somebody is to the author and to the world. The names are those of results.
type Subject string

// The subjects.
const (
	SubjectPatient       Subject = "patient"
	SubjectFormerPatient Subject = "former_patient"
	SubjectPatientFamily Subject = "patient_family"
	SubjectSelf          Subject = "self"
	SubjectFamily        Subject = "family"
	SubjectFriend        Subject = "friend"
	SubjectColleague     Subject = "colleague"
	SubjectPublicFigure  Subject = "public_figure"
	SubjectFictional     Subject = "fictional"
	SubjectHistorical    Subject = "historical"
	SubjectAnimal        Subject = "animal"
	SubjectMannequin     Subject = "mannequin"
	SubjectGroup         Subject = "group"
	SubjectReader        Subject = "reader" // the person answered or addressed
	SubjectOther         Subject = "other"  // somebody with no tie to the author's work
	SubjectUnsure        Subject = "unsure" // the words do not say; treated with a patient's care
)

// PersonID is how results name the person with an index: p1, p2, …
func PersonID(index int) string { return "p" + strconv.Itoa(index+1) }
