//go:build amd64 && !purego

package encoder

// fastest are the loops that suit the processor the program runs on.
func fastest() *kernels {
	if hasAVX2() {
		return &kernels{"avx2", panelAVX2, largestAVX2, roundAVX2, expAVX2, productAVX2}
	}
	return portable()
}

// hasAVX2 asks the processor for AVX2, and whether the system keeps its registers when it switches tasks: what golang.org/x/sys/cpu
// does, which pure packages may not import.
func hasAVX2() bool {
	const (
		extended, osSavesAVX = 7, 1<<27 | 1<<28
		avx2, bothHalves     = 1 << 5, 6
	)
	if highest, _, _ := cpuid(0); highest < extended {
		return false
	}
	if _, _, features := cpuid(1); features&osSavesAVX != osSavesAVX || xgetbv()&bothHalves != bothHalves {
		return false
	}
	_, features, _ := cpuid(extended)
	return features&avx2 != 0
}

// The functions without a body are in fastest_amd64.s. They look at no bounds: those who call them do.

func cpuid(leaf uint32) (eax, ebx, ecx uint32)

func xgetbv() uint32

// panelAVX2 is panelGo, six positions at a time.
func panelAVX2(p panel, a *activations) {
	runs := p.inputs / run
	weights, scale, bias := p.weights[:runs*runBytes], p.scale[:panelRows], p.bias[:panelRows]
	for i := 0; i < a.positions; i += tile {
		whole, start := a.whole[i*p.inputs:][:tile*p.inputs], a.start[i*runs:][:tile*runs]
		result := p.result[i*p.stride:][:(tile-1)*p.stride+panelRows]
		panelTileAVX2(&weights[0], runs, &whole[0], &start[0], &a.scale[i : i+tile][0], &scale[0], &bias[0], &result[0], p.stride)
	}
}

//go:noescape
func panelTileAVX2(weights *byte, runs int, whole *int8, start *uint32, scale, rowScale, bias, result *float32, stride int)

//go:noescape
func largestAVX2(values []float32) float32 // a multiple of eight

func roundAVX2(whole []int8, start []uint32, values []float32, factor float32) {
	if len(start) == 0 {
		return
	}
	whole, values = whole[:len(start)*run], values[:len(start)*run]
	roundRunsAVX2(&whole[0], &start[0], &values[0], len(start), factor)
}

//go:noescape
func roundRunsAVX2(whole *int8, start *uint32, values *float32, runs int, factor float32)

//go:noescape
func expAVX2(values []float32, top, scale float32) // a multiple of eight

func productAVX2(p product) {
	if p.depth == 0 {
		productGo(p)
		return
	}
	rows := p.rows[:(tile-1)*p.rowStride+p.depth]
	columns := p.columns[:(p.depth-1)*p.columnStride+panelRows]
	result := p.result[:(tile-1)*p.resultStride+panelRows]
	productTileAVX2(&rows[0], p.rowStride, &columns[0], p.columnStride, &result[0], p.resultStride, p.depth)
}

//go:noescape
func productTileAVX2(rows *float32, rowStride int, columns *float32, columnStride int, result *float32, resultStride, depth int)
