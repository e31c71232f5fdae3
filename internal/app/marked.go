package app

import "time"

// marked notes of a step that it was done today, or was not after all; the steps are kept with the days on which they were done.
func marked(days map[string]string, step string, done bool, now time.Time) map[string]string {
	if days == nil {
		days = map[string]string{}
	}
	if done {
		days[step] = today(now)
	} else {
		delete(days, step)
	}
	return days
}
