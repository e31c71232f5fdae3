package population

// condition is something that people have, or that befalls them. Rates are shares of people; of what befalls them, in a year. They are rounded
// from what the CDC, the NIH and specialist societies publish, by age.
type condition struct {
	name    string // "appendicitis"
	other   string // another word for it
	with    string // "with", "who has", "after"
	lasting bool
	women   float64 // how much of it is women's, 0.5 both alike
	bands   []band
	stay    float64 // of what befalls: how often it means a stay in hospital rather than a visit
}

type band struct {
	first, last int
	rate        float64
}

func (c *condition) rate(age, sex int) float64 {
	for _, b := range c.bands {
		if age >= b.first && age <= b.last {
			if sex == 1 {
				return b.rate * 2 * c.women
			}
			return b.rate * 2 * (1 - c.women)
		}
	}
	return 0
}

var conditions = [...]condition{ //nolint:gochecknoglobals // a table
	{"type 2 diabetes", "T2DM", "with", true, 0.48, []band{{18, 44, 0.035}, {45, 64, 0.15}, {65, 110, 0.25}}, 0},
	{"asthma", "asthma", "with", true, 0.55, []band{{0, 4, 0.03}, {5, 17, 0.08}, {18, 110, 0.085}}, 0},
	{"COPD", "emphysema", "with", true, 0.53, []band{{40, 64, 0.05}, {65, 110, 0.12}}, 0},
	{"multiple sclerosis", "MS", "with", true, 0.74, []band{{20, 39, 0.0025}, {40, 70, 0.005}, {71, 110, 0.003}}, 0},
	{"Parkinson's disease", "Parkinson's", "with", true, 0.42, []band{{50, 59, 0.001}, {60, 69, 0.006}, {70, 79, 0.013}, {80, 110, 0.025}}, 0},
	{"rheumatoid arthritis", "RA", "with", true, 0.7, []band{{18, 44, 0.003}, {45, 64, 0.01}, {65, 110, 0.02}}, 0},
	{"epilepsy", "epilepsy", "with", true, 0.5, []band{{0, 17, 0.006}, {18, 110, 0.011}}, 0},
	{"Crohn's disease", "Crohn's", "with", true, 0.52, []band{{10, 19, 0.001}, {20, 110, 0.004}}, 0},
	{"type 1 diabetes", "T1DM", "with", true, 0.48, []band{{1, 19, 0.0035}, {20, 110, 0.006}}, 0},
	{"schizophrenia", "schizophrenia", "with", true, 0.45, []band{{18, 80, 0.006}}, 0},
	{"dementia", "Alzheimer's", "with", true, 0.58, []band{{60, 64, 0.008}, {65, 74, 0.03}, {75, 84, 0.12}, {85, 110, 0.32}}, 0},
	{"heart failure", "CHF", "with", true, 0.47, []band{{40, 59, 0.012}, {60, 79, 0.05}, {80, 110, 0.11}}, 0},
	{"cystic fibrosis", "CF", "with", true, 0.49, []band{{0, 39, 0.00018}, {40, 70, 0.00006}}, 0},
	{"Huntington's disease", "Huntington's", "with", true, 0.5, []band{{30, 70, 0.00008}}, 0},
	{"myasthenia gravis", "myasthenia gravis", "with", true, 0.52, []band{{15, 49, 0.00012}, {50, 110, 0.0006}}, 0},
	{"sarcoidosis", "sarcoidosis", "with", true, 0.56, []band{{25, 75, 0.0009}}, 0},
	{"Down syndrome", "Down syndrome", "with", true, 0.47, []band{{0, 19, 0.0012}, {20, 60, 0.0006}}, 0},
	{"psoriasis", "psoriasis", "with", true, 0.5, []band{{0, 17, 0.007}, {18, 110, 0.03}}, 0},
	{"breast cancer", "breast cancer", "with", true, 0.99, []band{{30, 49, 0.003}, {50, 64, 0.012}, {65, 110, 0.03}}, 0},
	{"appendicitis", "acute appendicitis", "with", false, 0.46, []band{{3, 9, 0.0008}, {10, 29, 0.0018}, {30, 59, 0.001}, {60, 110, 0.0006}}, 0.9},
	{"stroke", "a stroke", "with", false, 0.5, []band{{20, 44, 0.0003}, {45, 64, 0.0022}, {65, 74, 0.006}, {75, 84, 0.012}, {85, 110, 0.02}}, 0.9},
	{"a heart attack", "an MI", "after", false, 0.36, []band{{30, 44, 0.0006}, {45, 64, 0.003}, {65, 74, 0.007}, {75, 110, 0.012}}, 0.95},
	{"a hip fracture", "a broken hip", "with", false, 0.7, []band{{50, 64, 0.0005}, {65, 74, 0.0018}, {75, 84, 0.0055}, {85, 110, 0.016}}, 1},
	{"pneumonia", "pneumonia", "with", false, 0.49, []band{{0, 4, 0.006}, {5, 17, 0.0015}, {18, 49, 0.002}, {50, 64, 0.005}, {65, 110, 0.018}}, 0.6},
	{"sepsis", "sepsis", "with", false, 0.5, []band{{0, 0, 0.004}, {1, 17, 0.0004}, {18, 44, 0.0012}, {45, 64, 0.005}, {65, 110, 0.016}}, 1},
	{"a pulmonary embolism", "a PE", "with", false, 0.5, []band{{18, 44, 0.0005}, {45, 64, 0.0012}, {65, 110, 0.003}}, 0.8},
	{"a kidney stone", "kidney stones", "with", false, 0.45, []band{{15, 34, 0.002}, {35, 64, 0.004}, {65, 110, 0.003}}, 0.15},
	{"DKA", "diabetic ketoacidosis", "with", false, 0.48, []band{{5, 44, 0.001}, {45, 64, 0.0006}, {65, 110, 0.0003}}, 0.9},
	{"acute pancreatitis", "pancreatitis", "with", false, 0.48, []band{{20, 44, 0.0008}, {45, 110, 0.0015}}, 0.95},
	{"bronchiolitis", "bronchiolitis", "with", false, 0.42, []band{{0, 0, 0.09}, {1, 1, 0.03}}, 0.25},
	{"Guillain-Barré syndrome", "Guillain-Barré", "with", false, 0.43, []band{{0, 19, 0.000008}, {20, 59, 0.000015}, {60, 110, 0.00003}}, 1},
	{"a concussion", "a concussion", "with", false, 0.45, []band{{5, 19, 0.009}, {20, 64, 0.004}, {65, 110, 0.005}}, 0.02},
}

// job is a trade: how many of those of its ages have it, and how much of it is women's.
type job struct {
	name        string
	share       float64
	first, last int
	women       float64
}

var jobs = [...]job{ //nolint:gochecknoglobals // a table
	{},
	{"teacher", 0.023, 22, 66, 0.74},
	{"nurse", 0.017, 22, 66, 0.87},
	{"farmer", 0.006, 20, 75, 0.27},
	{"truck driver", 0.014, 21, 67, 0.08},
	{"bus driver", 0.0022, 23, 70, 0.48},
	{"police officer", 0.0036, 22, 60, 0.15},
	{"firefighter", 0.002, 19, 60, 0.06},
	{"lawyer", 0.0056, 26, 70, 0.4},
	{"cook", 0.011, 17, 60, 0.4},
	{"bartender", 0.0027, 21, 55, 0.57},
	{"cashier", 0.016, 16, 66, 0.71},
	{"janitor", 0.011, 18, 67, 0.35},
	{"hairdresser", 0.0036, 19, 66, 0.91},
	{"carpenter", 0.006, 18, 64, 0.04},
	{"electrician", 0.0044, 19, 64, 0.03},
	{"plumber", 0.003, 19, 64, 0.03},
	{"welder", 0.0026, 18, 64, 0.05},
	{"mechanic", 0.0046, 18, 65, 0.03},
	{"librarian", 0.0008, 24, 68, 0.82},
	{"accountant", 0.008, 23, 68, 0.58},
	{"pastor", 0.002, 27, 75, 0.2},
	{"software engineer", 0.009, 22, 60, 0.2},
	{"dentist", 0.0008, 27, 68, 0.37},
	{"pilot", 0.0009, 23, 65, 0.08},
	{"baker", 0.0011, 18, 64, 0.6},
	{"butcher", 0.0014, 18, 64, 0.25},
	{"mail carrier", 0.0016, 20, 66, 0.43},
	{"social worker", 0.004, 23, 66, 0.82},
	{"musician", 0.001, 18, 70, 0.35},
	{"logger", 0.0003, 18, 62, 0.04},
	{"roofer", 0.0012, 18, 60, 0.03},
	{"soldier", 0.005, 18, 45, 0.17},
}
