package bedside

// The vocabulary of facts. A fact is something that a draft says or that is known of it; rules read nothing else.
// One line names it as a constant, one line in the table gives the name that packs, word lists and results use,
// its class, and what it means.
const (
	FactNone FactKind = iota

	// Identifiers (Safe Harbor and its Canadian and UK like).
	FactName
	FactHandle
	FactEmail
	FactPhone
	FactLink
	FactIPAddress
	FactDate
	FactAgeOver89
	FactAddress
	FactPostcode
	FactPlace
	FactInstitution
	FactRecordNumber
	FactNationalNumber
	FactAccountNumber
	FactLicenceNumber
	FactPlate
	FactDeviceNumber
	FactRoom

	// Quasi-identifiers.
	FactAge
	FactSex
	FactCondition
	FactRareCondition
	FactProcedure
	FactFinding
	FactOccupation
	FactUniqueRole
	FactEthnicity
	FactRelation
	FactMultipleBirth
	FactEvent
	FactRecord
	FactDeath
	FactYear
	FactRecent
	FactPast
	FactWard
	FactSite
	FactSpeech
	FactStory

	// Words for people.
	FactPersonPatient
	FactPersonPatients
	FactPersonSomeone
	FactPersonChild
	FactPersonOwnKin
	FactPersonKin
	FactPersonSelf
	FactPersonYou
	FactPersonColleague
	FactPersonStudent
	FactPersonPublic
	FactPersonFriend
	FactPersonGroup
	FactPersonAnimal
	FactPersonManikin
	FactPersonFiction
	FactPersonHistory
	FactPersonAuthor

	// Care and its setting.
	FactCareAct
	FactCareCame
	FactCareSetting
	FactCareGeneral
	FactCareLesson
	FactCareHypothetical

	// Privacy.
	FactPrivacyConfirmsCare
	FactPrivacyCaseQuiz
	FactPrivacyPicture
	FactPrivacyImage
	FactPrivacyScreen
	FactPrivacyConsentSaid
	FactPrivacyConsentWritten
	FactPrivacyChanged
	FactPrivacyNeutralReply
	FactSensitiveSubstance
	FactSensitiveMental
	FactSensitiveSexual
	FactEducationRecord

	// Boundaries.
	FactBoundariesInvite
	FactBoundariesAccepted
	FactBoundariesPrivateContact
	FactBoundariesIntimate
	FactBoundariesLookup
	FactBoundariesDecline
	FactBoundariesRedirect

	// Advice.
	FactAdviceDirective
	FactAdviceDose
	FactAdviceStop
	FactAdviceDiagnosis
	FactAdviceReassure
	FactAdvicePrescribe
	FactAdviceInvite
	FactAdviceRequest
	FactAdviceRedirect
	FactAdviceEmergency
	FactAdvicePublic
	FactAdviceFigure
	FactAdviceNotYet
	FactDrug

	// Claims.
	FactClaimsCure
	FactClaimsGuarantee
	FactClaimsSuperlative
	FactClaimsOutcome
	FactClaimsStatistic
	FactClaimsFalsehood
	FactClaimsDanger
	FactClaimsSource
	FactClaimsOpinion
	FactClaimsCorrect

	// Disclosure.
	FactDisclosurePraise
	FactDisclosureProduct
	FactDisclosureCode
	FactDisclosureGift
	FactDisclosurePaid
	FactDisclosureShares
	FactDisclosureFamilyTie
	FactDisclosureClear
	FactDisclosureVague
	FactDisclosureOwnPlace
	FactDisclosureRole

	// Disclaimer.
	FactDisclaimerPresent
	FactDisclaimerAffiliation
	FactDisclaimerOfficial
	FactDisclaimerGroup
	FactDisclaimerRules

	// Respect.
	FactRespectContempt
	FactRespectInsult
	FactRespectMockery
	FactRespectSlur
	FactRespectVulgar
	FactRespectThreat
	FactRespectHarass
	FactRespectStereotype
	FactRespectGroup
	FactRespectTrait
	FactRespectCondemn

	// Colleagues and institutions.
	FactColleagueCriticism
	FactColleagueShame
	FactColleagueAvoid
	FactColleaguePraise
	FactColleagueOperations
	FactColleaguePost
	FactColleagueRaised

	// Politics.
	FactPoliticsEndorse
	FactPoliticsCandidate

	// Academic integrity.
	FactAcademicExam
	FactAcademicRecall
	FactAcademicMaterial
	FactAcademicShare
	FactAcademicOwn

	// Copyright.
	FactCopyrightWork
	FactCopyrightPaywall
	FactCopyrightLogo
	FactCopyrightPermission

	// Proprietary matters.
	FactProprietaryInternal
	FactProprietaryUnannounced
	FactProprietaryAnnounced
	FactProprietarySecurity
	FactProprietaryPlan

	// The author's own privacy and duty.
	FactOwnHome
	FactOwnWhereabouts
	FactOwnDrunk
	FactOwnExposed
	FactOwnDocument
	FactOwnLogo
	FactOwnTagged
	FactOwnResolved
	FactWorkDuty
	FactWorkBedside
	FactWorkOff

	// Credentials.
	FactCredentialsTitle
	FactCredentialsClaim
	FactCredentialsTrainee
	FactCredentialsBorrowed

	// Facts of the draft, not of its words.
	FactKindPost
	FactKindComment
	FactKindReply
	FactKindReviewReply
	FactKindMessage
	FactKindBio
	FactKindContactRequest
	FactKindAltText
	FactKindGroupPage
	FactActionPublish
	FactActionAccept
	FactActionShare
	FactActionHide
	FactActionReport
	FactPostedByOther
	FactRoleStudent
	FactRoleTrainee
	FactRoleClinician
	FactRoleStaff
	FactRoleUnknown
	FactUnlicensed
	FactAccountPersonal
	FactAccountProfessional
	FactAccountInstitutional
	FactAccountAnonymous
	FactAudienceRestricted
	FactRelationshipPatient
	FactRelationshipFormerPatient
	FactRelationshipFuturePatient
	FactRelationshipFamily
	FactRelationshipMinor
	FactRelationshipColleague
	FactRelationshipFriend
	FactRelationshipStranger
	FactRelationshipOwnFamily
	FactRelationshipUnknown
	FactConsentBound
	FactConsentUnbound
	FactConsentVerbal
	FactConsentExpired
	FactConsentRevoked
	FactInterestMatch
	FactMediaAny
	FactMediaFace
	FactMediaPatient
	FactMediaScreen
	FactMediaLogo
	FactMediaAlcohol
	FactMediaMe
	FactBioDisclaimer
	FactBioAffiliation
	FactBioRole
	FactReplying
	FactReplyHealth
	FactReplyRequest

	// Facts that stages derive.
	FactSubjectPatient
	FactSubjectFormerPatient
	FactSubjectPatientFamily
	FactSubjectUnsure
	FactSubjectSelf
	FactSubjectOwnFamily
	FactSubjectColleague
	FactSubjectPublicFigure
	FactSubjectOther
	FactSubjectYou
	FactIdentified
	FactPictured
	FactRecentStory
	FactPlaced
	FactMinor
	FactRecognisableSelf
	FactRecognisableFamily
	FactRecognisableColleague
	FactRecognisableStranger

	factEnd
)

// vocabulary is the one list of fact names. It is read-only.
var vocabulary = [factEnd]FactInfo{ //nolint:gochecknoglobals // a read-only table

	// Identifiers (Safe Harbor and its Canadian and UK like).
	FactName:           {"name", Identifier, "a person's name, initials or nickname"},
	FactHandle:         {"handle", Identifier, "an account name such as @someone"},
	FactEmail:          {"email", Identifier, "an e-mail address"},
	FactPhone:          {"phone", Identifier, "a telephone or fax number"},
	FactLink:           {"link", Identifier, "a web address"},
	FactIPAddress:      {"ip_address", Identifier, "an internet address"},
	FactDate:           {"date", Identifier, "a date finer than a year, or a feast day"},
	FactAgeOver89:      {"age_over_89", Identifier, "an age of 90 or more, or words that show one"},
	FactAddress:        {"address", Identifier, "a street address"},
	FactPostcode:       {"postcode", Identifier, "a ZIP or postal code"},
	FactPlace:          {"place", Identifier, "a place smaller than a state or province"},
	FactInstitution:    {"institution", Identifier, "a hospital, clinic, practice or school by name"},
	FactRecordNumber:   {"record_number", Identifier, "a medical record, chart or case number"},
	FactNationalNumber: {"national_number", Identifier, "a social security, insurance or health-service number"},
	FactAccountNumber:  {"account_number", Identifier, "an account, policy or card number"},
	FactLicenceNumber:  {"licence_number", Identifier, "a licence or certificate number"},
	FactPlate:          {"plate", Identifier, "a vehicle number or plate"},
	FactDeviceNumber:   {"device_number", Identifier, "a device serial number"},
	FactRoom:           {"room", Identifier, "a room, bed or bay number"},

	// Quasi-identifiers.
	FactAge:           {"age", Quasi, "an age below 90"},
	FactSex:           {"sex", Quasi, "words that show sex or gender"},
	FactCondition:     {"condition", Quasi, "a condition, illness or injury"},
	FactRareCondition: {"rare_condition", Quasi, "a condition that few people have"},
	FactProcedure:     {"procedure", Quasi, "an operation, examination or treatment"},
	FactFinding:       {"finding", Quasi, "a sign, finding or course of an illness"},
	FactOccupation:    {"occupation", Quasi, "an occupation"},
	FactUniqueRole:    {"unique_role", Quasi, "a role that one person or very few hold in a place"},
	FactEthnicity:     {"ethnicity", Quasi, "origin, language, religion or migration status"},
	FactRelation:      {"relation", Quasi, "a family tie of the person spoken of"},
	FactMultipleBirth: {"multiple_birth", Quasi, "twins, triplets and more"},
	FactEvent:         {"event", Quasi, "a reported event: a crash, fire, rescue, crime or sport event"},
	FactRecord:        {"record", Quasi, "a first, only, oldest, heaviest: something nobody else is"},
	FactDeath:         {"death", Quasi, "that the person died"},
	FactYear:          {"year", Quasi, "a year"},
	FactRecent:        {"recent", Quasi, "words for today or the last days"},
	FactPast:          {"past", Quasi, "words for a time long ago"},
	FactWard:          {"ward", Quasi, "a ward, unit, department or theatre"},
	FactSite:          {"site", Quasi, "the author's workplace described, not named"},
	FactSpeech:        {"speech", Quasi, "the person's own words, repeated"},
	FactStory:         {"story", Quasi, "something particular that the person did or that happened to them"},

	// Words for people.
	FactPersonPatient:   {"person.patient", Concept, "a person in the author's care, by that word"},
	FactPersonPatients:  {"person.patients", Concept, "patients as a group"},
	FactPersonSomeone:   {"person.someone", Concept, "a person by a general word: a man, a lady, a kid"},
	FactPersonChild:     {"person.child", Concept, "a baby, child or teenager"},
	FactPersonOwnKin:    {"person.own_kin", Concept, "the author's own family"},
	FactPersonKin:       {"person.kin", Concept, "somebody's family"},
	FactPersonSelf:      {"person.self", Concept, "the author"},
	FactPersonYou:       {"person.you", Concept, "the reader or the person answered"},
	FactPersonColleague: {"person.colleague", Concept, "a colleague, teacher or staff member"},
	FactPersonStudent:   {"person.student", Concept, "a student, as a person"},
	FactPersonPublic:    {"person.public", Concept, "a public figure"},
	FactPersonFriend:    {"person.friend", Concept, "a friend or acquaintance of the author"},
	FactPersonGroup:     {"person.group", Concept, "people in general, a population"},
	FactPersonAnimal:    {"person.animal", Concept, "an animal"},
	FactPersonManikin:   {"person.manikin", Concept, "a manikin, simulator or actor playing a patient"},
	FactPersonFiction:   {"person.fiction", Concept, "a novel, film, series, vignette or question-bank case"},
	FactPersonHistory:   {"person.history", Concept, "a person or case from history"},
	FactPersonAuthor:    {"person.author", Concept, "an author, speaker or source that is cited"},

	// Care and its setting.
	FactCareAct:          {"care.act", Concept, "something a clinician does to or for one patient"},
	FactCareCame:         {"care.came", Concept, "how a patient came: was admitted, presented, was brought in"},
	FactCareSetting:      {"care.setting", Concept, "a place or moment of care: ward round, clinic, shift, call"},
	FactCareGeneral:      {"care.general", Concept, "habit or generality: often, every time, in general"},
	FactCareLesson:       {"care.lesson", Concept, "a lesson drawn, without a case"},
	FactCareHypothetical: {"care.hypothetical", Concept, "suppose, imagine, what if, a case that is not one"},

	// Privacy.
	FactPrivacyConfirmsCare:   {"privacy.confirms_care", Concept, "words that confirm that the person addressed was a patient"},
	FactPrivacyCaseQuiz:       {"privacy.case_quiz", Concept, "a case put to readers as a puzzle"},
	FactPrivacyPicture:        {"privacy.picture", Concept, "words that say a picture is shown"},
	FactPrivacyImage:          {"privacy.image", Concept, "clinical imaging, a specimen or a body part in a picture"},
	FactPrivacyScreen:         {"privacy.screen", Concept, "a chart, screen, list, whiteboard, label or wristband in view"},
	FactPrivacyConsentSaid:    {"privacy.consent_said", Concept, "consent asserted, without a written form"},
	FactPrivacyConsentWritten: {"privacy.consent_written", Concept, "a signed form asserted"},
	FactPrivacyChanged:        {"privacy.changed", Concept, "details said to be changed, or a composite"},
	FactPrivacyNeutralReply:   {"privacy.neutral_reply", Concept, "a reply that neither confirms nor denies care"},
	FactSensitiveSubstance:    {"sensitive.substance", Concept, "treatment for substance use"},
	FactSensitiveMental:       {"sensitive.mental", Concept, "treatment of a mental illness, self-harm"},
	FactSensitiveSexual:       {"sensitive.sexual", Concept, "sexual health, abortion, assault, HIV"},
	FactEducationRecord:       {"education.record", Concept, "a grade, evaluation, failure or discipline of a student"},

	// Boundaries.
	FactBoundariesInvite:         {"boundaries.invite", Concept, "an invitation to patients to connect"},
	FactBoundariesAccepted:       {"boundaries.accepted", Concept, "a connection with a patient that was accepted or is wished for"},
	FactBoundariesPrivateContact: {"boundaries.private_contact", Concept, "a private channel or personal number offered"},
	FactBoundariesIntimate:       {"boundaries.intimate", Concept, "flirting, romance or intimacy"},
	FactBoundariesLookup:         {"boundaries.lookup", Concept, "looking a patient up online"},
	FactBoundariesDecline:        {"boundaries.decline", Concept, "declining a connection"},
	FactBoundariesRedirect:       {"boundaries.redirect", Concept, "pointing to a professional page, clinic line or portal"},

	// Advice.
	FactAdviceDirective: {"advice.directive", Concept, "telling one person what to take or do about their health"},
	FactAdviceDose:      {"advice.dose", Concept, "a dose told to somebody"},
	FactAdviceStop:      {"advice.stop", Concept, "telling somebody to stop or change a medicine"},
	FactAdviceDiagnosis: {"advice.diagnosis", Concept, "telling somebody what they have"},
	FactAdviceReassure:  {"advice.reassure", Concept, "telling somebody that they need no care"},
	FactAdvicePrescribe: {"advice.prescribe", Concept, "offering a prescription, note or order"},
	FactAdviceInvite:    {"advice.invite", Concept, "inviting people to send symptoms or pictures"},
	FactAdviceRequest:   {"advice.request", Concept, "somebody asking about their own symptoms"},
	FactAdviceRedirect:  {"advice.redirect", Concept, "sending somebody to their own doctor or service"},
	FactAdviceEmergency: {"advice.emergency", Concept, "sending somebody to emergency care"},
	FactAdvicePublic:    {"advice.public", Concept, "advice addressed to everyone or to a population"},
	FactAdviceFigure:    {"advice.figure", Concept, "a diagnosis put on a public figure"},
	FactAdviceNotYet:    {"advice.not_yet", Concept, "saying that one is not a doctor, or not yet"},
	FactDrug:            {"drug", Quasi, "a medicine"},

	// Claims.
	FactClaimsCure:        {"claims.cure", Concept, "a cure or miracle asserted"},
	FactClaimsGuarantee:   {"claims.guarantee", Concept, "a result guaranteed"},
	FactClaimsSuperlative: {"claims.superlative", Concept, "best, lowest, number one, only"},
	FactClaimsOutcome:     {"claims.outcome", Concept, "an outcome or quality measure: complication rate, survival"},
	FactClaimsStatistic:   {"claims.statistic", Concept, "a figure about health"},
	FactClaimsFalsehood:   {"claims.falsehood", Concept, "a settled public-health fact denied"},
	FactClaimsDanger:      {"claims.danger", Concept, "a falsehood that leads people to harm themselves"},
	FactClaimsSource:      {"claims.source", Concept, "a source, citation or report"},
	FactClaimsOpinion:     {"claims.opinion", Concept, "a mark of opinion"},
	FactClaimsCorrect:     {"claims.correct", Concept, "a falsehood named in order to correct it"},

	// Disclosure.
	FactDisclosurePraise:    {"disclosure.praise", Concept, "praise or recommendation of a thing"},
	FactDisclosureProduct:   {"disclosure.product", Concept, "a product, brand, device, app or company"},
	FactDisclosureCode:      {"disclosure.code", Concept, "a discount code, affiliate link or shop link"},
	FactDisclosureGift:      {"disclosure.gift", Concept, "something received free"},
	FactDisclosurePaid:      {"disclosure.paid", Concept, "pay, honorarium, sponsorship or a position at a company"},
	FactDisclosureShares:    {"disclosure.shares", Concept, "shares, founding or ownership"},
	FactDisclosureFamilyTie: {"disclosure.family_tie", Concept, "a relative's company or product"},
	FactDisclosureClear:     {"disclosure.clear", Concept, "a plain disclosure"},
	FactDisclosureVague:     {"disclosure.vague", Concept, "a vague or coded disclosure"},
	FactDisclosureOwnPlace:  {"disclosure.own_place", Concept, "the author's own workplace or school"},
	FactDisclosureRole:      {"disclosure.role", Concept, "the author's role or connection, said"},

	// Disclaimer.
	FactDisclaimerPresent:     {"disclaimer.present", Concept, "views are one's own"},
	FactDisclaimerAffiliation: {"disclaimer.affiliation", Concept, "an affiliation shown"},
	FactDisclaimerOfficial:    {"disclaimer.official", Concept, "words of a spokesperson"},
	FactDisclaimerGroup:       {"disclaimer.group", Concept, "a group, page or community that is founded or run"},
	FactDisclaimerRules:       {"disclaimer.rules", Concept, "rules of a group: no identifiable cases, not advice"},

	// Respect.
	FactRespectContempt:   {"respect.contempt", Concept, "clinical slang of contempt"},
	FactRespectInsult:     {"respect.insult", Concept, "an insult"},
	FactRespectMockery:    {"respect.mockery", Concept, "mocking or laughing at a person"},
	FactRespectSlur:       {"respect.slur", Concept, "a slur"},
	FactRespectVulgar:     {"respect.vulgar", Concept, "vulgar words"},
	FactRespectThreat:     {"respect.threat", Concept, "a threat"},
	FactRespectHarass:     {"respect.harass", Concept, "a call to pile on or harass"},
	FactRespectStereotype: {"respect.stereotype", Concept, "a generalisation about a group"},
	FactRespectGroup:      {"respect.group", Concept, "a protected group"},
	FactRespectTrait:      {"respect.trait", Concept, "a bodily or personal trait used against a person"},
	FactRespectCondemn:    {"respect.condemn", Concept, "words that condemn, report or discuss such language"},

	// Colleagues and institutions.
	FactColleagueCriticism:  {"colleague.criticism", Concept, "criticism of a person's work"},
	FactColleagueShame:      {"colleague.shame", Concept, "abuse or shaming of a colleague"},
	FactColleagueAvoid:      {"colleague.avoid", Concept, "telling others to avoid a person or place"},
	FactColleaguePraise:     {"colleague.praise", Concept, "praise or thanks"},
	FactColleagueOperations: {"colleague.operations", Concept, "criticism of equipment, staffing or running of a place"},
	FactColleaguePost:       {"colleague.post", Concept, "a colleague's post or behaviour online, called out"},
	FactColleagueRaised:     {"colleague.raised", Concept, "that a concern was raised by the proper route"},

	// Politics.
	FactPoliticsEndorse:   {"politics.endorse", Concept, "an endorsement or call to vote for somebody"},
	FactPoliticsCandidate: {"politics.candidate", Concept, "a candidate, party or campaign"},

	// Academic integrity.
	FactAcademicExam:     {"academic.exam", Concept, "an examination"},
	FactAcademicRecall:   {"academic.recall", Concept, "questions or stations remembered"},
	FactAcademicMaterial: {"academic.material", Concept, "slides, handouts, recordings of a course"},
	FactAcademicShare:    {"academic.share", Concept, "giving, sending, posting or asking for material"},
	FactAcademicOwn:      {"academic.own", Concept, "one's own notes or published material"},

	// Copyright.
	FactCopyrightWork:       {"copyright.work", Concept, "a figure, chapter, article or picture made by others"},
	FactCopyrightPaywall:    {"copyright.paywall", Concept, "a way round payment or a full copy"},
	FactCopyrightLogo:       {"copyright.logo", Concept, "a logo, crest or trade mark"},
	FactCopyrightPermission: {"copyright.permission", Concept, "permission or licence said"},

	// Proprietary matters.
	FactProprietaryInternal:    {"proprietary.internal", Concept, "internal or confidential matter of an institution"},
	FactProprietaryUnannounced: {"proprietary.unannounced", Concept, "not announced yet"},
	FactProprietaryAnnounced:   {"proprietary.announced", Concept, "already public"},
	FactProprietarySecurity:    {"proprietary.security", Concept, "codes, passwords, security arrangements"},
	FactProprietaryPlan:        {"proprietary.plan", Concept, "a closure, merger, purchase, layoff or contract"},

	// The author's own privacy and duty.
	FactOwnHome:        {"own.home", Concept, "the author's home"},
	FactOwnWhereabouts: {"own.whereabouts", Concept, "where the author is now or when the home is empty"},
	FactOwnDrunk:       {"own.drunk", Concept, "intoxication"},
	FactOwnExposed:     {"own.exposed", Concept, "nudity"},
	FactOwnDocument:    {"own.document", Concept, "a personal document, badge or number"},
	FactOwnLogo:        {"own.logo", Concept, "clothes or badge that show the institution"},
	FactOwnTagged:      {"own.tagged", Concept, "tagged by somebody else"},
	FactOwnResolved:    {"own.resolved", Concept, "untagged, asked for removal"},
	FactWorkDuty:       {"work.duty", Concept, "on duty at this moment"},
	FactWorkBedside:    {"work.bedside", Concept, "in the middle of looking after a patient"},
	FactWorkOff:        {"work.off", Concept, "on a break, after or before work"},

	// Credentials.
	FactCredentialsTitle:    {"credentials.title", Concept, "a professional title claimed"},
	FactCredentialsClaim:    {"credentials.claim", Concept, "a qualification or specialty claimed"},
	FactCredentialsTrainee:  {"credentials.trainee", Concept, "a trainee or student status said"},
	FactCredentialsBorrowed: {"credentials.borrowed", Concept, "passing as qualified"},

	// Facts of the draft, not of its words.
	FactKindPost:                  {"kind.post", Derived, ""},
	FactKindComment:               {"kind.comment", Derived, ""},
	FactKindReply:                 {"kind.reply", Derived, ""},
	FactKindReviewReply:           {"kind.review_reply", Derived, ""},
	FactKindMessage:               {"kind.message", Derived, ""},
	FactKindBio:                   {"kind.bio", Derived, ""},
	FactKindContactRequest:        {"kind.contact_request", Derived, ""},
	FactKindAltText:               {"kind.alt_text", Derived, ""},
	FactKindGroupPage:             {"kind.group_page", Derived, ""},
	FactActionPublish:             {"action.publish", Derived, ""},
	FactActionAccept:              {"action.accept", Derived, ""},
	FactActionShare:               {"action.share", Derived, ""},
	FactActionHide:                {"action.hide", Derived, ""},
	FactActionReport:              {"action.report", Derived, ""},
	FactPostedByOther:             {"posted_by.other", Derived, ""},
	FactRoleStudent:               {"role.student", Derived, "a student of a health profession"},
	FactRoleTrainee:               {"role.trainee", Derived, "a resident, intern, registrar or fellow"},
	FactRoleClinician:             {"role.clinician", Derived, "a licensed or qualified clinician"},
	FactRoleStaff:                 {"role.staff", Derived, "other staff"},
	FactRoleUnknown:               {"role.unknown", Derived, "the draft does not say"},
	FactUnlicensed:                {"unlicensed", Derived, "the author has no licence"},
	FactAccountPersonal:           {"account.personal", Derived, ""},
	FactAccountProfessional:       {"account.professional", Derived, ""},
	FactAccountInstitutional:      {"account.institutional", Derived, ""},
	FactAccountAnonymous:          {"account.anonymous", Derived, ""},
	FactAudienceRestricted:        {"audience.restricted", Derived, "followers, friends, a closed group or one person"},
	FactRelationshipPatient:       {"relationship.patient", Derived, ""},
	FactRelationshipFormerPatient: {"relationship.former_patient", Derived, ""},
	FactRelationshipFuturePatient: {"relationship.future_patient", Derived, ""},
	FactRelationshipFamily:        {"relationship.family", Derived, "the patient's family, or the other is a patient's relative"},
	FactRelationshipMinor:         {"relationship.minor", Derived, ""},
	FactRelationshipColleague:     {"relationship.colleague", Derived, ""},
	FactRelationshipFriend:        {"relationship.friend", Derived, ""},
	FactRelationshipStranger:      {"relationship.stranger", Derived, ""},
	FactRelationshipOwnFamily:     {"relationship.own_family", Derived, ""},
	FactRelationshipUnknown:       {"relationship.unknown", Derived, ""},
	FactConsentBound:              {"consent.bound", Derived, "written, unexpired, not revoked, bound to this wording or picture"},
	FactConsentUnbound:            {"consent.unbound", Derived, "written, but bound to nothing here"},
	FactConsentVerbal:             {"consent.verbal", Derived, ""},
	FactConsentExpired:            {"consent.expired", Derived, ""},
	FactConsentRevoked:            {"consent.revoked", Derived, ""},
	FactInterestMatch:             {"interest.match", Derived, "a declared interest whose party the draft mentions"},
	FactMediaAny:                  {"media.any", Derived, ""},
	FactMediaFace:                 {"media.face", Derived, ""},
	FactMediaPatient:              {"media.patient", Derived, ""},
	FactMediaScreen:               {"media.screen", Derived, ""},
	FactMediaLogo:                 {"media.logo", Derived, ""},
	FactMediaAlcohol:              {"media.alcohol", Derived, ""},
	FactMediaMe:                   {"media.me", Derived, ""},
	FactBioDisclaimer:             {"bio.disclaimer", Derived, ""},
	FactBioAffiliation:            {"bio.affiliation", Derived, ""},
	FactBioRole:                   {"bio.role", Derived, ""},
	FactReplyHealth:               {"reply.health", Derived, "what is answered holds somebody's health details"},
	FactReplyRequest:              {"reply.request", Derived, "what is answered asks for advice"},
	FactReplying:                  {"replying", Derived, "the draft answers somebody"},

	// Facts that stages derive.
	FactSubjectPatient:        {"subject.patient", Derived, "a patient, present or past, alive or dead"},
	FactSubjectFormerPatient:  {"subject.former_patient", Derived, ""},
	FactSubjectPatientFamily:  {"subject.patient_family", Derived, "a patient's relative"},
	FactSubjectUnsure:         {"subject.unsure", Derived, "nobody can say from the words who this is"},
	FactSubjectSelf:           {"subject.self", Derived, ""},
	FactSubjectOwnFamily:      {"subject.own_family", Derived, ""},
	FactSubjectColleague:      {"subject.colleague", Derived, ""},
	FactSubjectPublicFigure:   {"subject.public_figure", Derived, ""},
	FactSubjectOther:          {"subject.other", Derived, "a person with no tie to the author's work"},
	FactSubjectYou:            {"subject.you", Derived, "the reader or the person answered"},
	FactIdentified:            {"identified", Derived, "a direct identifier of the person"},
	FactPictured:              {"pictured", Derived, "the person, or a part of them, in a picture"},
	FactRecentStory:           {"recent_story", Derived, "what is told is of the last days"},
	FactPlaced:                {"placed", Derived, "where it happened can be told"},
	FactMinor:                 {"minor", Derived, "the person is a child"},
	FactRecognisableSelf:      {"recognisable.self", Derived, ""},
	FactRecognisableFamily:    {"recognisable.family", Derived, ""},
	FactRecognisableColleague: {"recognisable.colleague", Derived, ""},
	FactRecognisableStranger:  {"recognisable.stranger", Derived, ""},
}
