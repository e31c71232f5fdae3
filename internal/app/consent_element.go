package app

// Law is whose elements a consent is asked for.
type Law struct{ ID, Name, Says string }

// Laws lists where written permissions have elements of their own. What is said of each is what could be read in a source.
func Laws() []Law {
	return []Law{
		{"us", "United States", "45 CFR 164.508(c) names the elements below. A form that lacks one of them is not valid."},
		{"ca", "Canada", "The same elements, as good practice: the provinces’ own lists were not read for this. In Ontario, using a story outside your duties can be a breach even when nobody can be recognised (PHIPA Decision 263), so let the permission cover the use as well."},
		{"uk", "United Kingdom", "The same elements, as good practice. The General Medical Council wants explicit consent before anything by which a patient can be recognised is published."},
		{"", "Elsewhere", "The same elements, as good practice. Ask your institution what your law adds."},
	}
}

// LawOf is the law with an id; the one for elsewhere where there is none.
func LawOf(id string) Law {
	laws := Laws()
	for _, l := range laws {
		if l.ID == id {
			return l
		}
	}
	return laws[len(laws)-1]
}

// Element is one thing that a written permission should hold.
type Element struct {
	Field string // of the form
	Says  string // what is missing without it
	Cite  string // where it comes from
}

// Missing lists what a consent lacks, in the order of the form.
func (c *Consent) Missing() []Element {
	var out []Element
	lack := func(missing bool, e Element) {
		if !missing {
			return
		}
		if c.Law != "us" {
			e.Cite = ""
		}
		out = append(out, e)
	}
	lack(c.Information == "", Element{"information", "What may be told is not described.", "45 CFR 164.508(c)(1)(i)"})
	lack(c.Discloser == "", Element{"discloser", "Who may tell it is not said.", "45 CFR 164.508(c)(1)(ii)"})
	lack(c.Recipients == "", Element{"recipients", "To whom it may be told is not said.", "45 CFR 164.508(c)(1)(iii)"})
	lack(c.Purpose == "", Element{"purpose", "The purpose is not said.", "45 CFR 164.508(c)(1)(iv)"})
	lack(c.Expires == "" && c.ExpiresWith == "", Element{"expires", "It names no day or event with which it ends.", "45 CFR 164.508(c)(1)(v)"})
	lack(c.Signed == "", Element{"signed", "It is not signed and dated.", "45 CFR 164.508(c)(1)(vi)"})
	lack(c.Signer != "" && c.Authority == "", Element{"authority", "By what right somebody else signed is not said.", "45 CFR 164.508(c)(1)(vi)"})
	lack(!c.Revocation, Element{"revocation", "It does not say that it can be withdrawn, and how.", "45 CFR 164.508(c)(2)(i)"})
	if c.Law == "us" {
		lack(!c.Conditions, Element{"conditions", "It does not say whether care depends on it.", "45 CFR 164.508(c)(2)(ii)"})
		lack(!c.Redisclosure, Element{"redisclosure", "It does not say that others may pass it on.", "45 CFR 164.508(c)(2)(iii)"})
	}
	return out
}

// Loose lists what makes a consent count for less, though no law asks for it.
func (c *Consent) Loose() []string {
	var out []string
	if c.Wording == "" && c.PictureHash == "" {
		out = append(out, "It is bound to no wording and no picture, so a check cannot tell what was agreed to.")
	}
	if c.Signed != "" && !c.Copy {
		out = append(out, "The person has no copy, as far as is noted here.")
	}
	return out
}
