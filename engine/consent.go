package engine

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	"bedside"
)

// consents sorts permissions by what they are worth here. Only a written one that is bound to this wording is worth a step.
func (c *contextual) consents(d *bedside.Draft, asOf time.Time) {
	for i := range d.Context.Consents {
		c.add(consentFact(&d.Context.Consents[i], d.Text, asOf))
	}
}

func consentFact(k *bedside.Consent, wording string, asOf time.Time) bedside.FactKind {
	switch {
	case k.Revoked != "":
		return bedside.FactConsentRevoked
	case k.Expires != "" && expired(k.Expires, asOf):
		return bedside.FactConsentExpired
	case k.Form != "written":
		return bedside.FactConsentVerbal
	case k.TextHash != "" && strings.EqualFold(k.TextHash, hash(wording)):
		return bedside.FactConsentBound
	default:
		return bedside.FactConsentUnbound
	}
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
