package worth

import (
	"slices"
	"strings"

	"bedside/reid"
)

// The ages at which people have a trade, and from which on they may have had one.
const (
	startsWork = 18
	stopsWork  = 69
	mayRetire  = 58
)

// occupation is the share of people with a trade, at the ages at which people have one; behind "retired", of those who had it.
func occupation(forms []string) reid.Value {
	n := thousandsWho(forms)
	if n == 0 {
		return reid.Value{}
	}
	const ofWorkingAge = 215_000 // thousands of people of these ages in the United States
	likely := n * reid.Everybody / ofWorkingAge
	r := reid.Rate{First: startsWork, Last: stopsWork, Share: reid.Share{Low: likely / 4, Likely: likely, High: min(reid.Everybody, likely*3)}}
	if has(forms, "retired", "former", "ex") {
		r.First, r.Last = mayRetire, reid.Oldest
		r.Share.Low /= 2
	}
	if has(forms, "veteran", "vet") {
		r.Last = reid.Oldest
	}
	return reid.Value{Rates: []reid.Rate{r}, Sex: sexOf(forms)}
}

// thousandsWho is how many thousands have the trade that some words name, by the last of them that names one: a bus driver is a driver of
// buses. It is 0 for a trade that no table counts.
func thousandsWho(forms []string) int64 {
	list := trades()
	for end := len(forms); end > 0; end-- {
		for size := min(2, end); size > 0; size-- {
			word := strings.Join(forms[end-size:end], " ")
			i, ok := slices.BinarySearchFunc(list, word, func(t trade, w string) int { return strings.Compare(t.name, w) })
			if ok {
				return list[i].thousands
			}
		}
	}
	return 0
}

// trade is how many thousands of people have an occupation in the United States.
type trade struct {
	name      string
	thousands int64
}

// trades are in the order of their names. After the Bureau of Labor Statistics (Occupational Employment and Wage Statistics, May 2023, and
// Current Population Survey, 2023) and, for veterans, the Department of Veterans Affairs (2023): rounded, by everyday names, public domain.
// Clergy and other trades that these count badly are rougher.
func trades() []trade {
	return []trade{
		{"accountant", 1700},
		{"actor", 50},
		{"actress", 25},
		{"architect", 190},
		{"artist", 230},
		{"astronaut", 1},
		{"attorney", 1150},
		{"author", 220},
		{"baker", 230},
		{"ballerina", 5},
		{"banker", 600},
		{"barber", 130},
		{"barista", 450},
		{"bartender", 550},
		{"beekeeper", 5},
		{"bricklayer", 120},
		{"builder", 1500},
		{"bus driver", 450},
		{"butcher", 290},
		{"caretaker", 2200},
		{"carpenter", 1250},
		{"cashier", 3100},
		{"chef", 450},
		{"cleaner", 2200},
		{"clergyman", 430},
		{"coach", 270},
		{"coal miner", 40},
		{"comedian", 5},
		{"construction worker", 2200},
		{"cook", 2300},
		{"cop", 750},
		{"corrections officer", 370},
		{"courier", 900},
		{"dancer", 20},
		{"delivery driver", 1500},
		{"dentist", 160},
		{"dj", 20},
		{"doctor", 950},
		{"driver", 4500},
		{"electrician", 900},
		{"engineer", 3000},
		{"factory worker", 3500},
		{"farmer", 1000},
		{"farmhand", 800},
		{"farmworker", 800},
		{"firefighter", 800},
		{"fireman", 700},
		{"fisherman", 40},
		{"flight attendant", 120},
		{"florist", 50},
		{"gardener", 1200},
		{"hairdresser", 750},
		{"housekeeper", 1400},
		{"housewife", 9000},
		{"imam", 5},
		{"janitor", 2200},
		{"jeweler", 35},
		{"jockey", 2},
		{"journalist", 70},
		{"judge", 60},
		{"laborer", 2500},
		{"labourer", 2500},
		{"landscaper", 1200},
		{"lawyer", 1150},
		{"lecturer", 1300},
		{"librarian", 170},
		{"lifeguard", 130},
		{"logger", 60},
		{"lorry driver", 2800},
		{"lumberjack", 60},
		{"machinist", 400},
		{"maid", 1200},
		{"mail carrier", 340},
		{"mailman", 300},
		{"mason", 250},
		{"mechanic", 1000},
		{"miner", 150},
		{"model", 5},
		{"musician", 200},
		{"nanny", 400},
		{"nun", 40},
		{"nurse", 3800},
		{"painter", 600},
		{"paramedic", 270},
		{"pastor", 430},
		{"pharmacist", 340},
		{"photographer", 230},
		{"physician", 950},
		{"pianist", 30},
		{"pilot", 200},
		{"plasterer", 60},
		{"plumber", 620},
		{"police officer", 750},
		{"policeman", 650},
		{"policewoman", 100},
		{"postman", 340},
		{"priest", 40},
		{"prison officer", 370},
		{"professor", 1000},
		{"programmer", 2000},
		{"rabbi", 8},
		{"rancher", 400},
		{"realtor", 1000},
		{"receptionist", 1300},
		{"roofer", 240},
		{"sailor", 400},
		{"salesman", 4000},
		{"schoolteacher", 4200},
		{"scientist", 1000},
		{"seamstress", 90},
		{"secretary", 1900},
		{"security guard", 1100},
		{"shepherd", 5},
		{"sheriff", 150},
		{"shop assistant", 4500},
		{"singer", 60},
		{"social worker", 850},
		{"software developer", 2000},
		{"software engineer", 2000},
		{"soldier", 1000},
		{"solicitor", 1150},
		{"surgeon", 60},
		{"tailor", 60},
		{"tattoo artist", 30},
		{"taxi driver", 500},
		{"teacher", 5000},
		{"teaching assistant", 1300},
		{"train driver", 40},
		{"truck driver", 2800},
		{"trucker", 2800},
		{"undertaker", 40},
		{"vet", 110},
		{"veteran", 18000},
		{"veterinarian", 110},
		{"waiter", 900},
		{"waitress", 1400},
		{"welder", 500},
		{"writer", 230},
		{"zookeeper", 10},
	}
}
