// Package faces measures how well faces in pictures are found: in photographs of people whose faces were marked by hand, in the same
// photographs with masks drawn on, and in pictures that show nobody. Photographs are read from folders outside the repository; the
// pictures of nobody are drawn here, the same ones each time.
//
// It finds no faces itself. Start at Measure.
package faces
