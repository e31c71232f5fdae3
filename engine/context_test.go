package engine_test

import "testing"

func TestKindAndAccount(t *testing.T) {
	t.Parallel()
	checkContext(t, "kind. action. posted_by. account. audience. replying", []context{
		{"nothing said", `{"text":"a"}`, "kind.post action.publish"},
		{"contact request", `{"kind":"contact_request","action":"accept"}`, "kind.contact_request action.accept"},
		{"by somebody else", `{"text":"a","posted_by":"other"}`, "kind.post action.publish posted_by.other"},
		{"professional, public", `{"text":"a","account":{"persona":"professional","audience":"public"}}`, "kind.post action.publish account.professional"},
		{"anonymous, friends", `{"text":"a","account":{"persona":"anonymous","audience":"friends"}}`, "kind.post action.publish account.anonymous audience.restricted"},
		{"a reply", `{"text":"a","kind":"reply"}`, "kind.reply action.publish replying"},
		{"a post that answers", `{"text":"a","context":{"reply_to":{"text":"hello"}}}`, "kind.post action.publish replying"},
	})
}

func TestRoles(t *testing.T) {
	t.Parallel()
	checkContext(t, "role. unlicensed", []context{
		{"nothing said", `{"text":"a"}`, "role.unknown"},
		{"medical student", `{"text":"a","author":{"role":"medical_student"}}`, "role.student unlicensed"},
		{"nursing student, in words", `{"text":"a","author":{"role":"2nd year nursing student"}}`, "role.student unlicensed"},
		{"resident", `{"text":"a","author":{"role":"resident"}}`, "role.trainee"},
		{"trainee in words", `{"text":"a","author":{"role":"Foundation doctor"}}`, "role.trainee"},
		{"physician", `{"text":"a","author":{"role":"physician"}}`, "role.clinician"},
		{"in words", `{"text":"a","author":{"role":"Emergency physician, FACEP"}}`, "role.clinician"},
		{"staff", `{"text":"a","author":{"role":"staff"}}`, "role.staff"},
		{"communications", `{"text":"a","author":{"role":"Head of communications"}}`, "role.staff"},
		{"staff nurse", `{"text":"a","author":{"role":"staff nurse"}}`, "role.clinician"},
		{"without a licence", `{"text":"a","author":{"role":"nurse","licensed":false}}`, "role.clinician unlicensed"},
		{"with a licence", `{"text":"a","author":{"role":"nurse","licensed":true}}`, "role.clinician"},
	})
}

func TestRelationships(t *testing.T) {
	t.Parallel()
	said := func(s string) string { return `{"text":"a","context":{"relationship":"` + s + `"}}` }
	checkContext(t, "relationship.", []context{
		{"nothing said", `{"text":"a"}`, "relationship.unknown"},
		{"patient", said("patient"), "relationship.patient"},
		{"former patient", said("former_patient"), "relationship.former_patient"},
		{"in words", said("she was a patient of mine until 2020"), "relationship.former_patient"},
		{"future", said("patient booked for next week"), "relationship.future_patient"},
		{"patient's mother", said("mother of a patient"), "relationship.family"},
		{"a child", said("patient, a minor"), "relationship.patient relationship.minor"},
		{"own family", said("family"), "relationship.own_family"},
		{"own sister", said("my sister"), "relationship.own_family"},
		{"colleague", said("colleague"), "relationship.colleague"},
		{"friend", said("an old schoolmate"), "relationship.friend"},
		{"stranger", said("stranger"), "relationship.stranger"},
		{"no word of it", said("it is complicated"), "relationship.unknown"},
		{"of what is answered", `{"text":"a","context":{"reply_to":{"text":"b","relationship":"patient"}}}`, "relationship.patient"},
		{"in a note", `{"text":"a","context":{"note":"an old patient"}}`, "relationship.former_patient"},
	})
}

func TestMediaAndBio(t *testing.T) {
	t.Parallel()
	checkContext(t, "media. bio. reply. interest.", []context{
		{"nothing", `{"text":"a"}`, ""},
		{"a picture", `{"text":"a","media":[{"path":"a.jpg"}]}`, "media.any"},
		{"declared", `{"text":"a","media":[{"declared":["face"]},{"declared":["patient","screen"]}]}`, "media.any media.face media.patient media.screen"},
		{"disclaimer", `{"text":"a","account":{"bio":"Nurse. Views are my own."}}`, "bio.disclaimer bio.role"},
		{"affiliation", `{"text":"a","account":{"bio":"I read books. Boston Children's Hospital"}}`, "bio.affiliation"},
		{"a request", `{"text":"a","kind":"reply","context":{"reply_to":{"text":"I have chest pain, should I take aspirin?"}}}`, "reply.health reply.request"},
		{"health", `{"text":"a","kind":"reply","context":{"reply_to":{"text":"Gout runs in families."}}}`, "reply.health"},
		{"small talk", `{"text":"a","kind":"reply","context":{"reply_to":{"text":"Lovely weather."}}}`, ""},
		{"an interest that is mentioned", `{"text":"Glowra changed my clinic.","context":{"interests":[{"party":"Glowra Inc."}]}}`, "interest.match"},
		{"an interest that is not", `{"text":"Long day.","context":{"interests":[{"party":"Glowra Inc."}]}}`, ""},
		{"an interest in words", `{"text":"Glowra changed my clinic.","context":{"interests":["speaker for Glowra"]}}`, "interest.match"},
	})
}
