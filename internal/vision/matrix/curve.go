package matrix

// Curve is what an activation does to each number x:
//
//	min(max(Slope·x+Start, Low), High) · (Factor·x+Share) + Shift
//
// Relu, Clip, HardSigmoid and HardSwish are such curves, with a scale and a shift behind them or without.
type Curve struct{ Slope, Start, Low, High, Factor, Share, Shift float32 }

// at is the curve at x.
func (c *Curve) at(x float32) float32 {
	return min(max(c.Slope*x+c.Start, c.Low), c.High)*(c.Factor*x+c.Share) + c.Shift
}

func bendGo(values []float32, c *Curve) {
	for i, x := range values {
		values[i] = c.at(x)
	}
}

// Bend changes numbers by a curve.
func (k *Kernels) Bend(values []float32, c *Curve) {
	whole := len(values) &^ 7
	k.bend(values[:whole], c)
	bendGo(values[whole:], c)
}
