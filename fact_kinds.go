package bedside

// The kinds of facts. A fact is something that a draft says or that is known of it; rules read nothing else. A kind is
// one line here and one line in vocabulary.go, which says how it is written and what it means.
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
	FactCareFollowUp

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
	FactWorkPlace
	FactWorkSmall
	FactWorkAway

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
	FactConsentElsewhere
	FactConsentAlike
	FactInterestMatch
	FactMediaAny
	FactMediaFace
	FactMediaPatient
	FactMediaScreen
	FactMediaLogo
	FactMediaAlcohol
	FactMediaMe
	FactMediaAgreed

	// Facts of what was seen in a picture or a file.
	FactMediaFaces
	FactMediaFacePerhaps
	FactMediaWords
	FactMediaNamed
	FactMediaRecord
	FactMediaWard
	FactMediaExam
	FactMediaSlide
	FactMediaCode
	FactMediaPlace
	FactMediaTaken
	FactMediaDevice
	FactMediaOwner
	FactMediaSigned
	FactMediaPreview
	FactMediaHidden
	FactMediaDocument
	FactMediaDICOM

	// More facts of the draft.
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
	FactAddressed
	FactOnRecord
	FactRecognisableSelf
	FactRecognisableFamily
	FactRecognisableColleague
	FactRecognisableStranger
	FactTogetherFamily
	FactTogetherColleague
	FactTogetherStranger
	FactTogetherIdentified
	FactTogetherDoubtful

	// Facts of the learned reader: LearnedFact.
	factLearned

	factEnd = factLearned + FactKind(HeadCount)*FactKind(levelEnd)
)
