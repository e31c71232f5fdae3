// Package calendar knows the words for months, weekdays, seasons and days of the month, folded as package text folds them. It
// holds no clock and finds nothing in a text: that is package detect's. Start at Month.
package calendar
