package detect

// The first three digits of a US ZIP code may be told only where more than 20,000 people live under them (45 CFR
// 164.514(b)(2)(i)(B)). Restricted here are those of the 2010 and the 2000 census and all that are not in the table of
// 2010, which is summed from the population of ZIP code tabulation areas (United States Census Bureau, public domain).

// restrictedZIP3 holds ranges of three-digit prefixes, first and last.
var restrictedZIP3 = [][2]int{ //nolint:gochecknoglobals // a read-only table
	{0, 9},
	{36, 36},
	{55, 55},
	{59, 59},
	{63, 63},
	{90, 99},
	{102, 102},
	{192, 192},
	{202, 205},
	{213, 213},
	{269, 269},
	{311, 311},
	{332, 332},
	{340, 340},
	{343, 343},
	{345, 345},
	{348, 348},
	{353, 353},
	{369, 369},
	{375, 375},
	{399, 399},
	{419, 419},
	{428, 429},
	{459, 459},
	{509, 509},
	{517, 519},
	{529, 529},
	{533, 533},
	{536, 536},
	{552, 552},
	{555, 556},
	{568, 569},
	{578, 579},
	{589, 589},
	{621, 621},
	{632, 632},
	{642, 643},
	{649, 649},
	{659, 659},
	{663, 663},
	{682, 682},
	{692, 692},
	{694, 699},
	{702, 702},
	{709, 709},
	{715, 715},
	{732, 733},
	{742, 742},
	{753, 753},
	{771, 772},
	{790, 790},
	{817, 819},
	{821, 821},
	{823, 823},
	{830, 831},
	{839, 839},
	{842, 842},
	{848, 849},
	{854, 854},
	{858, 858},
	{861, 862},
	{866, 869},
	{872, 872},
	{876, 876},
	{878, 879},
	{884, 890},
	{892, 893},
	{896, 896},
	{899, 899},
	{901, 901},
	{909, 909},
	{929, 929},
	{938, 938},
	{942, 942},
	{962, 966},
	{969, 969},
	{987, 987},
}

// isRestrictedZIP3 reports whether three digits of a ZIP code already say too much.
func isRestrictedZIP3(n int) bool {
	for _, r := range restrictedZIP3 {
		if n >= r[0] && n <= r[1] {
			return true
		}
	}
	return false
}
