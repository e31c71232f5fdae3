// Package calendar turns words for a time into the days that they mean, as seen from the day on which they were written:
// "last Tues", written on Thursday 12 March 2026, is 10 March.
//
// The unit is the day, counted from 1 January 1970 in the Gregorian calendar; there are no hours and no zones: a draft's day
// is the one that its author's clock showed. Words rarely mean one day, so the answer is a list of intervals, first and last
// day included: one where the words leave no doubt, two where they do ("3/12", "Tuesday"), none where no day can be said
// ("POD3", "Diwali"). An interval is never empty. It reads no clock: without a day to count from, do not ask.
//
//	words                           mean
//	12/03/2024, 2024-03-12          that day; 12/03 by the author's country, or both
//	March 2024, Q3 2023, 2019       the whole month, quarter, year; a season with a year, that year and the winter behind it
//	3 March, March, Christmas Eve   the last one, and the next one if it comes within a month
//	Tuesday, on the 14th            the last one and the next one
//	last Tuesday, two Fridays ago   counted back from the day before
//	today, tonight, 3am             the day itself; last night, the day and the one before
//	3 days ago, 2 weeks ago         that day; three days around it; months and years, half of one around it
//
// Start at Resolve.
package calendar
