package engine

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"bedside"
)

// consents sorts permissions by what they are worth here. Only a written one that is bound to this wording or to the pictures is
// worth a step.
func (c *contextual) consents(d *bedside.Draft, asOf time.Time) {
	for i := range d.Context.Consents {
		k := &d.Context.Consents[i]
		kind := consentFact(k, d, asOf)
		c.add(kind)
		if kind == bedside.FactConsentUnbound && isElsewhere(k, d) {
			c.add(bedside.FactConsentElsewhere)
			if isAlike(k, d) {
				c.add(bedside.FactConsentAlike)
			}
		}
	}
}

func consentFact(k *bedside.Consent, d *bedside.Draft, asOf time.Time) bedside.FactKind {
	switch {
	case k.Revoked != "":
		return bedside.FactConsentRevoked
	case k.Expires != "" && expired(k.Expires, asOf):
		return bedside.FactConsentExpired
	case k.Form != "written":
		return bedside.FactConsentVerbal
	case k.TextHash != "" && strings.EqualFold(k.TextHash, hash(d.Text)), coversPictures(d, asOf, k):
		return bedside.FactConsentBound
	default:
		return bedside.FactConsentUnbound
	}
}

// coversPictures reports whether a consent is bound to a picture here, and every picture that shows a face, or of which nobody knows
// what it shows, has one that is.
func coversPictures(d *bedside.Draft, asOf time.Time, k *bedside.Consent) bool {
	if !slices.ContainsFunc(d.Media, func(m bedside.Media) bool { return isBoundTo(k, m.Seen) }) {
		return false
	}
	return !slices.ContainsFunc(d.Media, func(m bedside.Media) bool {
		if m.Seen != nil && len(m.Seen.Faces) == 0 && m.Seen.Type != "" && len(m.Seen.NotChecked) == 0 {
			return false
		}
		return !slices.ContainsFunc(d.Context.Consents, func(o bedside.Consent) bool {
			return o.Form == "written" && o.Revoked == "" && (o.Expires == "" || !expired(o.Expires, asOf)) && isBoundTo(&o, m.Seen)
		})
	})
}

func isBoundTo(k *bedside.Consent, s *bedside.Seen) bool {
	return s != nil && k.MediaHash != "" && strings.EqualFold(k.MediaHash, s.SHA256)
}

// isElsewhere holds for a consent to pictures that does not cover those here, which were all looked at.
func isElsewhere(k *bedside.Consent, d *bedside.Draft) bool {
	return k.MediaHash != "" && len(d.Media) > 0 && !slices.ContainsFunc(d.Media, func(m bedside.Media) bool { return m.Seen == nil })
}

// isAlike holds for a consent whose picture a medium looks like that is another file: smaller, mirrored, saved again. How the picture
// looks is known from whoever keeps the consent, or because it is here too.
func isAlike(k *bedside.Consent, d *bedside.Draft) bool {
	agreed := []bedside.Likeness{k.Likeness}
	for i := range d.Media {
		if isBoundTo(k, d.Media[i].Seen) {
			agreed = append(agreed, d.Media[i].Seen.Likeness)
		}
	}
	return slices.ContainsFunc(d.Media, func(m bedside.Media) bool {
		return m.Seen != nil && !isBoundTo(k, m.Seen) && slices.ContainsFunc(agreed, func(l bedside.Likeness) bool { return l.Alike(m.Seen.Likeness) })
	})
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

// expired reports whether a date or time lies before asOf. What cannot be read as a date counts as expired.
func expired(until string, asOf time.Time) bool {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, until); err == nil {
			if layout == time.DateOnly {
				t = t.AddDate(0, 0, 1)
			}
			return asOf.After(t)
		}
	}
	return true
}
