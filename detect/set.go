package detect

// set is a set of words that a scanner asks for. tables/sets.txt has its words, under the name that setNames gives it.
type set uint8

const (
	setLeadsAddress set = iota
	setFunctionWord
	setLivesAt
	setRoadPreposition
	setRoad
	setPartOfYear
	setWhoIsAged
	setAgedPerson
	setLimitsAge
	setPresents
	setGoesOn
	setOwns
	setBeforeNoAge
	setBehindNoAge
	setBeforeMotorway
	setOfPerson
	setMonths
	setOfChild
	setBeforeGestation
	setBornEarly
	setWhoTurned
	setLeadsToHour
	setBehindHour
	setBeforeHour
	setNearHour
	setLaboratory
	setBeforeHourInWords
	setBeforeDate
	setMeasure
	setBeforeYear
	setNearYear
	setTitleOfWork
	setForeignJoiner
	setForeignName
	setFirm
	setBeforeHome
	setEmergency
	setNickname
	setGoneOnWith
	setSender
	setSent
	setDayOf
	setOpener
	setGenericName
	setInstitutionWord
	setForeignInstitution
	setInstitutionTail
	setPlaceOfCare
	setMoved
	setCareLead
	setWent
	setWorkLead
	setChain
	setUnit
	setMonthOrDay
	setLabelNumber
	setLabelGap
	setQualifiesNumber
	setRecordLabel
	setRecordLetters
	setRecordWord
	setNationalLabel
	setNationalWord
	setAccountLabel
	setAccountWord
	setLicenceBody
	setTopDomain
	setSpanOfDays
	setLeadsToDay
	setFollowsDay
	setBeforeMonthName
	setLeadsToMonth
	setBehindName
	setGreeting
	setAbbreviation
	setParticle
	setPatientWord
	setKinWord
	setWayWord
	setFamiliar
	setEponym
	setPlaceWord
	setNeedsName
	setBehindLabelled
	setCatalogue
	setBehindPhone
	setWhosePhone
	setPhoneWord
	setPhoneLabel
	setPhoneCall
	setPagerLabel
	setPhoneGap
	setHomeWord
	setWhoIsFrom
	setLocative
	setCompass
	setPlateGap
	setBeforeOtherPlate
	setPlateWord
	setPostcodeLabel
	setFillsPostcode
	setState
	setCountry
	setRoomWord
	setBeforeOtherRoom
	setAnyOne
	setBedside
	setStreet
	setLowerStreet
	setLeadsStreet
	setStreetParticle
	setOfCare
	setMailHost
	setHandleRecord
	setVersionWord
	setNamesake
	setTeam
	setFlat
	setUnitWord
	setBeforeUnit
	setTimeWord
	setBoxWord
	setPartOfDay
	setBeforeDay
	setBesideDay
	setAnyDay
	setNamedDay
	setDayThing
	setOneOf
	setPersonLabel
	setTitle
	setCounted
	setRareStreet
	setOfEveryPost
	setCount
)

// setNames are the names of the sets in tables/sets.txt.
func setNames() [setCount]string {
	return [...]string{
		setLeadsAddress:       "leads address",
		setFunctionWord:       "function word",
		setLivesAt:            "lives at",
		setRoadPreposition:    "road preposition",
		setRoad:               "road",
		setPartOfYear:         "part of year",
		setWhoIsAged:          "who is aged",
		setAgedPerson:         "aged person",
		setLimitsAge:          "limits age",
		setPresents:           "presents",
		setGoesOn:             "goes on",
		setOwns:               "owns",
		setBeforeNoAge:        "before no age",
		setBehindNoAge:        "behind no age",
		setBeforeMotorway:     "before motorway",
		setOfPerson:           "of person",
		setMonths:             "months",
		setOfChild:            "of child",
		setBeforeGestation:    "before gestation",
		setBornEarly:          "born early",
		setWhoTurned:          "who turned",
		setLeadsToHour:        "leads to hour",
		setBehindHour:         "behind hour",
		setBeforeHour:         "before hour",
		setNearHour:           "near hour",
		setLaboratory:         "laboratory",
		setBeforeHourInWords:  "before hour in words",
		setBeforeDate:         "before date",
		setMeasure:            "measure",
		setBeforeYear:         "before year",
		setNearYear:           "near year",
		setTitleOfWork:        "title of work",
		setForeignJoiner:      "foreign joiner",
		setForeignName:        "foreign name",
		setFirm:               "firm",
		setBeforeHome:         "before home",
		setEmergency:          "emergency",
		setNickname:           "nickname",
		setGoneOnWith:         "gone on with",
		setSender:             "sender",
		setSent:               "sent",
		setDayOf:              "day of",
		setOpener:             "opener",
		setGenericName:        "generic name",
		setInstitutionWord:    "institution word",
		setForeignInstitution: "foreign institution",
		setInstitutionTail:    "institution tail",
		setPlaceOfCare:        "place of care",
		setMoved:              "moved",
		setCareLead:           "care lead",
		setWent:               "went",
		setWorkLead:           "work lead",
		setChain:              "chain",
		setUnit:               "unit",
		setMonthOrDay:         "month or day",
		setLabelNumber:        "label number",
		setLabelGap:           "label gap",
		setQualifiesNumber:    "qualifies number",
		setRecordLabel:        "record label",
		setRecordLetters:      "record letters",
		setRecordWord:         "record word",
		setNationalLabel:      "national label",
		setNationalWord:       "national word",
		setAccountLabel:       "account label",
		setAccountWord:        "account word",
		setLicenceBody:        "licence body",
		setTopDomain:          "top domain",
		setSpanOfDays:         "span of days",
		setLeadsToDay:         "leads to day",
		setFollowsDay:         "follows day",
		setBeforeMonthName:    "before month name",
		setLeadsToMonth:       "leads to month",
		setBehindName:         "behind name",
		setGreeting:           "greeting",
		setAbbreviation:       "abbreviation",
		setParticle:           "particle",
		setPatientWord:        "patient word",
		setKinWord:            "kin word",
		setWayWord:            "way word",
		setFamiliar:           "familiar",
		setEponym:             "eponym",
		setPlaceWord:          "place word",
		setNeedsName:          "needs name",
		setBehindLabelled:     "behind labelled",
		setCatalogue:          "catalogue",
		setBehindPhone:        "behind phone",
		setWhosePhone:         "whose phone",
		setPhoneWord:          "phone word",
		setPhoneLabel:         "phone label",
		setPhoneCall:          "phone call",
		setPagerLabel:         "pager label",
		setPhoneGap:           "phone gap",
		setHomeWord:           "home word",
		setWhoIsFrom:          "who is from",
		setLocative:           "locative",
		setCompass:            "compass",
		setPlateGap:           "plate gap",
		setBeforeOtherPlate:   "before other plate",
		setPlateWord:          "plate word",
		setPostcodeLabel:      "postcode label",
		setFillsPostcode:      "fills postcode",
		setState:              "state",
		setCountry:            "country",
		setRoomWord:           "room word",
		setBeforeOtherRoom:    "before other room",
		setAnyOne:             "any one",
		setBedside:            "bedside",
		setStreet:             "street",
		setLowerStreet:        "lower street",
		setLeadsStreet:        "leads street",
		setStreetParticle:     "street particle",
		setOfCare:             "of care",
		setMailHost:           "mail host",
		setHandleRecord:       "handle record",
		setVersionWord:        "version word",
		setNamesake:           "namesake",
		setTeam:               "team",
		setFlat:               "flat",
		setUnitWord:           "unit word",
		setBeforeUnit:         "before unit",
		setTimeWord:           "time word",
		setBoxWord:            "box word",
		setPartOfDay:          "part of day",
		setBeforeDay:          "before day",
		setBesideDay:          "beside day",
		setAnyDay:             "any day",
		setNamedDay:           "named day",
		setDayThing:           "day thing",
		setOneOf:              "one of",
		setPersonLabel:        "person label",
		setTitle:              "title",
		setCounted:            "counted",
		setRareStreet:         "rare street",
		setOfEveryPost:        "of every post",
	}
}
