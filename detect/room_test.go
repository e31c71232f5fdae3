package detect_test

import "testing"

func TestRooms(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"room", "room 12, rm 4", "room room 12; room rm 4"},
		{"bed", "bed 4, bay 3, cot 2, trolley 4", "room bed 4; room bay 3; room cot 2; room trolley 4"},
		{"a letter behind", "bed 4B", "room bed 4B"},
		{"a letter before", "bed B4", "room bed B4"},
		{"a letter", "bed C", "room bed C"},
		{"in words", "bed twelve", "room bed twelve"},
		{"with a sign", "bed #12, bed no 7, bed number 9", "room bed #12; room bed no 7; room bed number 9"},
		{"a hashtag", "#Room12 #bed4", "room Room12; room bed4"},
		{"ward", "ward 12, floor 3, theatre 2, ward B", "ward ward 12; ward floor 3; ward theatre 2; ward ward B"},
		{"unit", "unit 4B", "ward unit 4B"},
		{"point of the compass", "4 West, 4west", "ward 4 West; ward 4west"},
	})
}

func TestNoRooms(t *testing.T) {
	t.Parallel()
	checkFound(t, scanners(), []found{
		{"no number", "the room, a bed", ""},
		{"a count", "a room 12 people shared", ""},
		{"a time", "in bed 10 hours", ""},
		{"a clock", "in bed 10 pm", "recent 10 pm"},
		{"a lesson", "unit 2 of the course", ""},
		{"a purpose", "room for 5", ""},
		{"another word", "a 3 bedroom flat", ""},
		{"a direction", "25 North, twelve west, west 4", ""},
		{"small letters", "bed a, bed I", ""},
		{"other rooms", "call room 4, hotel room 12, conference room 3", ""},
	})
}
