package census_test

import (
	"testing"

	"bedside/census"
	"bedside/tables"
)

func BenchmarkLoad(b *testing.B) {
	stored := tables.Stored()["census.bin"]
	b.SetBytes(int64(len(stored)))
	for b.Loop() {
		if _, err := census.Load(stored); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPlaces(b *testing.B) {
	c := shipped(b)
	list := words("springfield il")
	var found []census.Area
	b.ReportAllocs()
	for b.Loop() {
		found = c.Places(found[:0], list, 0)
	}
}

func BenchmarkHospitals(b *testing.B) {
	c := shipped(b)
	list := words("the johns hopkins hospital")
	var found []census.Hospital
	b.ReportAllocs()
	for b.Loop() {
		found = c.Hospitals(found[:0], list, 0)
	}
}

func BenchmarkAged(b *testing.B) {
	c := shipped(b)
	a := one(b, c, "Kern County", "US")
	b.ReportAllocs()
	for b.Loop() {
		c.Aged(a, 30, 39, census.Female)
	}
}

func BenchmarkCondition(b *testing.B) {
	c := shipped(b)
	list := words("a bad fractured neck of femur")
	b.ReportAllocs()
	for b.Loop() {
		c.Condition(list)
	}
}
