package worth

import "bedside/reid"

// setting reads where in medicine somebody was seen, and whom that place is there for.
func setting(forms []string) reid.Value {
	v := reid.Value{}
	for _, w := range forms {
		switch w {
		case "ed", "er", "emergency", "casualty", "trauma", "resus", "a&e", "triage", "majors":
			v.Setting = reid.Emergency
		case "icu", "itu", "micu", "sicu", "cvicu", "ccu", "cicu", "hdu", "critical", "intensive":
			v.Setting = reid.Intensive
		case "nicu", "scbu":
			v.Setting, v.Ages = reid.Intensive, reid.Ages{First: 0, Last: 150}
		case "picu":
			v.Setting, v.Ages = reid.Intensive, reid.Years(0, 17)
		case "labour", "labor", "delivery", "maternity", "l&d", "birth", "birthing", "postnatal", "postpartum":
			v.Setting = reid.Birth
		case "admitted", "admission", "admitting", "admit", "ward", "wards", "floor", "stepdown", "telemetry", "bay":
			if v.Setting == reid.AnySetting {
				v.Setting = reid.Inpatient
			}
		case "paeds", "peds", "pediatric", "paediatric", "pediatrics", "paediatrics", "children's", "childrens", "kids":
			v.Ages = reid.Years(0, 17)
		}
	}
	return v
}
