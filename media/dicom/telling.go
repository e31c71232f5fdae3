package dicom

import (
	"strings"

	"bedside/media/metadata"
)

// value notes an element, and keeps what its picture is made of.
func (f *file) value(r *reader, e element, depth int) {
	f.note(e)
	if depth == 0 {
		f.image.keep(r, e)
	}
}

// note says that an element is there that tells something of people, places, times or devices. What it says is not kept.
func (f *file) note(e element) {
	if len(e.value) == 0 && !e.undefined || e.vr != "SQ" && !e.undefined && text(e.value) == "" {
		return
	}
	if group := e.tag >> 16; group%2 == 1 {
		f.c.Field("DICOM:Private")
		return
	}
	name := telling(e.tag)
	if name == "" {
		return
	}
	f.c.Field("DICOM:" + name)
	f.keep(e)
}

// keep holds what Metadata has a place for.
func (f *file) keep(e element) {
	value := text(e.value)
	switch e.tag {
	case 0x00080070:
		f.c.Maker(value)
	case 0x00081090:
		f.c.Model(value)
	case 0x00080020, 0x00080021, 0x00080022, 0x00080023:
		f.times[0][e.tag&0xf] = value
	case 0x00080030, 0x00080031, 0x00080032, 0x00080033:
		f.times[1][e.tag&0xf] = value
	case 0x00081030, 0x0008103e, 0x00104000, 0x00204000, 0x00181400, 0x00321060, 0x00400254:
		f.c.Words("DICOM:"+telling(e.tag), value)
	}
}

// tell notes the time that is nearest to the picture: of its acquisition, its content, its series, its study.
func (f *file) tell() {
	for i, which := range []tag{2, 3, 1, 0} {
		day, clock := f.times[0][which], f.times[1][which]
		if len(day) != 8 {
			continue
		}
		written := day[:4] + ":" + day[4:6] + ":" + day[6:]
		if clock, _, _ = strings.Cut(clock, "."); len(clock) == 6 {
			written += " " + clock[:2] + ":" + clock[2:4] + ":" + clock[4:]
		}
		f.c.Time("DICOM:"+telling(0x00080020|which), written, metadata.Taken-i)
	}
}

// telling names the elements of which the standard says that they hold something of people, places, times or devices
// (PS3.15, table E.1-1, those that are met in practice); it is empty for all others.
func telling(t tag) string {
	if t>>16 == 0x0010 && t != 0x00100000 {
		if name := patient(t); name != "" {
			return name
		}
		return "PatientModule"
	}
	return map[tag]string{
		0x00020016: "SourceApplicationEntityTitle",
		0x00080012: "InstanceCreationDate", 0x00080013: "InstanceCreationTime", 0x00080014: "InstanceCreatorUID",
		0x00080018: "SOPInstanceUID", 0x00080020: "StudyDate", 0x00080021: "SeriesDate", 0x00080022: "AcquisitionDate", 0x00080023: "ContentDate",
		0x0008002a: "AcquisitionDateTime", 0x00080030: "StudyTime", 0x00080031: "SeriesTime", 0x00080032: "AcquisitionTime", 0x00080033: "ContentTime",
		0x00080050: "AccessionNumber", 0x00080070: "Manufacturer", 0x00080080: "InstitutionName", 0x00080081: "InstitutionAddress",
		0x00080090: "ReferringPhysicianName", 0x00080092: "ReferringPhysicianAddress", 0x00080094: "ReferringPhysicianTelephoneNumbers",
		0x00081010: "StationName", 0x00081030: "StudyDescription", 0x0008103e: "SeriesDescription", 0x00081040: "InstitutionalDepartmentName",
		0x00081048: "PhysiciansOfRecord", 0x00081050: "PerformingPhysicianName", 0x00081060: "NameOfPhysiciansReadingStudy",
		0x00081070: "OperatorsName", 0x00081080: "AdmittingDiagnosesDescription", 0x00081090: "ManufacturerModelName", 0x00082111: "DerivationDescription",
		0x00180010: "ContrastBolusAgent", 0x00181000: "DeviceSerialNumber", 0x00181002: "DeviceUID", 0x00181016: "SecondaryCaptureDeviceManufacturer",
		0x00181030: "ProtocolName", 0x00181200: "DateOfLastCalibration", 0x00181400: "AcquisitionDeviceProcessingDescription",
		0x0020000d: "StudyInstanceUID", 0x0020000e: "SeriesInstanceUID", 0x00200010: "StudyID", 0x00204000: "ImageComments",
		0x00321032: "RequestingPhysician", 0x00321033: "RequestingService", 0x00321060: "RequestedProcedureDescription",
		0x00380010: "AdmissionID", 0x00380020: "AdmittingDate", 0x00380300: "CurrentPatientLocation", 0x00380400: "PatientInstitutionResidence", 0x00380500: "PatientState",
		0x00400006: "ScheduledPerformingPhysicianName", 0x00400241: "PerformedStationAETitle", 0x00400243: "PerformedLocation",
		0x00400244: "PerformedProcedureStepStartDate", 0x00400245: "PerformedProcedureStepStartTime", 0x00400253: "PerformedProcedureStepID", 0x00400254: "PerformedProcedureStepDescription",
		0x00401001: "RequestedProcedureID", 0x00402016: "PlacerOrderNumberImagingServiceRequest", 0x00402017: "FillerOrderNumberImagingServiceRequest",
		0x00401010: "NamesOfIntendedRecipientsOfResults", 0x0040a027: "VerifyingOrganization", 0x0040a075: "VerifyingObserverName", 0x0040a123: "PersonName", 0x0040a730: "ContentSequence",
		0x00880140: "StorageMediaFileSetUID", 0x300a0002: "RTPlanLabel", 0x300a0006: "RTPlanDate", 0x300e0008: "ReviewerName",
	}[t]
}

// patient names the elements of the patient's own group.
func patient(t tag) string {
	return map[tag]string{
		0x00100010: "PatientName", 0x00100020: "PatientID", 0x00100021: "IssuerOfPatientID", 0x00100030: "PatientBirthDate", 0x00100032: "PatientBirthTime",
		0x00100040: "PatientSex", 0x00101000: "OtherPatientIDs", 0x00101001: "OtherPatientNames", 0x00101005: "PatientBirthName", 0x00101010: "PatientAge",
		0x00101020: "PatientSize", 0x00101030: "PatientWeight", 0x00101040: "PatientAddress", 0x00101060: "PatientMotherBirthName", 0x00102000: "MedicalAlerts",
		0x00102110: "Allergies", 0x00102154: "PatientTelephoneNumbers", 0x00102160: "EthnicGroup", 0x00102180: "Occupation", 0x001021b0: "AdditionalPatientHistory",
		0x001021c0: "PregnancyStatus", 0x001021f0: "PatientReligiousPreference", 0x00104000: "PatientComments",
	}[t]
}
