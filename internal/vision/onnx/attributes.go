package onnx

import "fmt"

func (n *node) number(name string, otherwise float32) float32 {
	if a, ok := n.attributes[name]; ok {
		return a.number
	}
	return otherwise
}

func (n *node) whole(name string, otherwise int64) int64 {
	if a, ok := n.attributes[name]; ok {
		return a.whole
	}
	return otherwise
}

func (n *node) text(name, otherwise string) string {
	if a, ok := n.attributes[name]; ok {
		return a.text
	}
	return otherwise
}

// pair reads two whole numbers between one and the most that a network of ours can mean.
func (n *node) pair(name string, otherwise int) ([2]int, error) {
	a, ok := n.attributes[name]
	if !ok {
		return [2]int{otherwise, otherwise}, nil
	}
	if len(a.wholes) != 2 || !within(a.wholes, 1) {
		return [2]int{}, fmt.Errorf("%s %v", name, a.wholes)
	}
	return [2]int{int(a.wholes[0]), int(a.wholes[1])}, nil
}

// pads reads how many zeros are put around a picture: top, left, bottom, right.
func (n *node) pads() ([4]int, error) {
	a, ok := n.attributes["pads"]
	if !ok {
		return [4]int{}, nil
	}
	if len(a.wholes) != 4 || !within(a.wholes, 0) {
		return [4]int{}, fmt.Errorf("pads %v", a.wholes)
	}
	return [4]int{int(a.wholes[0]), int(a.wholes[1]), int(a.wholes[2]), int(a.wholes[3])}, nil
}

// maxSide is the largest kernel, stride or border that is believed.
const maxSide = 4096

func within(values []int64, least int64) bool {
	for _, v := range values {
		if v < least || v > maxSide {
			return false
		}
	}
	return true
}
