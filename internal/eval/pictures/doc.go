// Package pictures measures what is seen in pictures. It draws clinical pictures from seeds (wristbands, whiteboards, monitors, charts and so on, as a
// telephone would take them) with everything that stands in them as truth, and scenes without a word; it lets recognisers look, and counts what they found.
// People, numbers and places are invented. It never reads a picture of anybody but those of the folder of shared test data, and prints no words of them.
// Start at Clinical and Measure.
package pictures
