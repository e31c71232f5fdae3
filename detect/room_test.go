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
		{"by the number alone", "the lady in 412, pt in 7B, my guy in 4 after 19 days", "room 412; room 7B; room 4"},
		{"a bed's letter", "transferred to 412B", "room 412B"},
		{"theatres", "took him to OR 3", "room OR 3"},
		{"chairs and resus", "chair 6, resus 2", "room chair 6; room resus 2"},
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
		{"another clause", "the room, three people, RM12 a box", ""},
		{"a share, a seat, a time", "one woman in 8, a lady in 31C, my baby in 9 months, pt in 3 days, the guy in 2019", "year 2019"},
		{"odds and choices", "an OR 3 (1.2 to 4.5), to OR 3.2, this OR 3", ""},
		{"small letters", "bed a, bed I", ""},
		{"other rooms", "call room 4, hotel room 12, conference room 3", ""},
	})
}
