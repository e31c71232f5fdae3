package pictures

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// nation is how people are called and written down in one country.
type nation struct {
	given, family      string
	town, street       string // of a hospital, of a home
	date               string // layout of a date of birth
	number, label      string // of a record: # is a digit; and what stands before it
	telephone, surname string // # is a digit; how a name is written: "first" or "last" first
}

func nations() []nation {
	return []nation{
		{"Caroline Travis Denise Marcus Hailey Leroy Joanne Wesley", "Whitaker Delgado Boyd Kowalski Freeman Odom Castellano Pruitt", "Duluth Macon Yakima Topeka", "Larkspur Ave|Quarry Road|Bellflower Ln", "01/02/2006", "########", "MRN", "(###) 555-01##", "last"},
		{"Maureen Alistair Bronwen Callum Doreen Fergus Imogen Rhys", "Braithwaite Okonkwo-Hall Pemberton Llewellyn Carmichael Sandhu Thwaite Ashdown", "Wrexham Dunfermline Burnley Truro", "Mill Lane|Station Road|Chapel Close", "02-Jan-2006", "### ### ####", "NHS No", "01632 960###", "last"},
		{"Mathieu Océane Brayden Noémie Gurpreet Simone Étienne Tanis", "Tremblay Bouchard Dhaliwal Nakoochee Fitzgerald Gagnon MacIsaac Ouellette", "Sudbury Moncton Kamloops Rimouski", "Maple Cres|rue des Érables|Lakeshore Dr", "2006-01-02", "#### ### ###", "HCN", "###-555-01##", "last"},
		{"Lachlan Mirrin Darcy Kylie Banjo Indi Shayna Trent", "Hargreaves Nguyen-Ford Papadakis Mulrooney Wanganeen Docherty Tranter Bilson", "Ballarat Mackay Geraldton Dubbo", "Banksia St|Wattle Court|Esplanade", "02/01/2006", "#######", "UR", "(03) 5550 ####", "last"},
		{"Anjali Rohan Lakshmi Venkatesh Priyanka Arjun Meenakshi Suresh", "Krishnamurthy Deshpande Iyer Chatterjee Bhattacharya Reddy Kulkarni Menon", "Nashik Salem Kochi Indore", "MG Road|Gandhi Nagar|Temple Street", "02-01-2006", "UHID-######", "UHID", "+91 ##### #####", "first"},
		{"Chidinma Tunde Ngozi Babatunde Folake Emeka Yetunde Ikenna", "Adebayo Okafor Nwachukwu Ogunleye Eze Balogun Olatunji Uzor", "Ibadan Enugu Jos Abeokuta", "Awolowo Road|Market Street|Ring Road", "02/01/2006", "H/##/####", "Hosp. No.", "080# ### ####", "last"},
		{"Siobhán Cormac Aoife Declan Gráinne Padraig Niamh Eoghan", "Gallagher Ó'Sullivan Brennan Mac-Mahon Kinsella Devlin Hennessy Tierney", "Letterkenny Tralee Sligo Ennis", "Abbey Street|Harbour View|Church Road", "02.01.2006", "M######", "Chart no", "01 555 ####", "first"},
		{"Annelie Torsten Heike Jürgen Friederike Uwe Liesel Günther", "Schönfeldt Bergmann Kleinschmidt Vogel Hüttner Obermaier Dreyer Lindqvist", "Cottbus Passau Siegen Emden", "Gartenweg|Lindenallee|Am Kanal", "02.01.2006", "##########", "Fall-Nr", "0355 555###", "last"},
		{"Marisol Joaquín Ximena Hernán Guadalupe Ramiro Pilar Eusebio", "Villanueva Arriaga Fuentes Escobedo Ibáñez Quiroga Saldaña Montoya", "Morelia Córdoba Arequipa Talca", "Calle Hidalgo|Av. Libertad|Camino Real", "02/01/2006", "HC ######", "Exp.", "55 5550 ####", "first"},
		{"Mei-Ling Wei Xiaodan Junjie Hui-Min Zhiyuan Kah-Yee Boon", "Tan Zhang Lim Huang Ong Xu Teoh Chong", "Ipoh Taiping Tampines Muar", "Jalan Merdeka|Orchid Walk|Hill Street", "02 Jan 2006", "S#######D", "NRIC", "+65 5550 ####", "last"},
	}
}

// person is somebody invented.
type person struct {
	nation
	first, last      string
	born             time.Time
	record, phone    string
	sex, home, place string
}

func invent(r *rand.Rand) person {
	n := pick(r, nations())
	p := person{nation: n, first: pick(r, strings.Fields(n.given)), last: pick(r, strings.Fields(n.family))}
	p.born = time.Date(1926+r.IntN(97), time.Month(1+r.IntN(12)), 1+r.IntN(28), 0, 0, 0, 0, time.UTC)
	p.record, p.phone = digits(r, n.number), digits(r, n.telephone)
	p.sex = pick(r, []string{"F", "M"})
	p.home = fmt.Sprintf("%d %s", 2+r.IntN(180), pick(r, strings.Split(n.street, "|")))
	p.place = pick(r, strings.Fields(n.town))
	return p
}

func pick[T any](r *rand.Rand, all []T) T { return all[r.IntN(len(all))] }

// digits puts a digit for each #; the first is no zero more often than not.
func digits(r *rand.Rand, form string) string {
	b := []byte(form)
	for i, c := range b {
		if c == '#' {
			b[i] = byte('0' + r.IntN(10))
		}
	}
	return string(b)
}

// written is the name as the country's forms have it.
func (p person) written(r *rand.Rand) string {
	switch {
	case r.IntN(3) == 0:
		return strings.ToUpper(p.last) + ", " + p.first
	case p.surname == "last" && r.IntN(2) == 0:
		return strings.ToUpper(p.last + " " + p.first)
	}
	return p.first + " " + p.last
}

func (p person) birth() string { return p.born.Format(p.date) }

// day is a day of this or last year.
func (p person) day(r *rand.Rand) time.Time {
	return time.Date(2025+r.IntN(2), time.Month(1+r.IntN(12)), 1+r.IntN(28), r.IntN(24), r.IntN(60), 0, 0, time.UTC)
}

// hospital is a house of the person's country.
func (p person) hospital(r *rand.Rand) string {
	return p.place + " " + pick(r, []string{"General Hospital", "Memorial Hospital", "University Hospital", "Medical Center", "District Hospital", "Infirmary"})
}

func clinician(r *rand.Rand) string {
	p := invent(r)
	return pick(r, []string{"Dr " + p.last, "Dr. " + p.first + " " + p.last, "Nurse " + p.first, p.first + " " + p.last + ", RN", "Prof " + p.last})
}
