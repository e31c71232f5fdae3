//go:build amd64 && !purego

#include "textflag.h"

// One row of a tile: both halves of the columns (Y0, Y1) times the row's number, onto two sums.
#define ROW(at, low, high) \
	VBROADCASTSS at(SI), Y2 \
	VFMADD231PS  Y0, Y2, low \
	VFMADD231PS  Y1, Y2, high

// One row of the result: the two sums are added to it, and R8 moves to the next.
#define STORE(low, high) \
	VADDPS  (R8), low, low \
	VADDPS  32(R8), high, high \
	VMOVUPS low, (R8) \
	VMOVUPS high, 32(R8) \
	ADDQ    R9, R8

// func tileAVX2(depth int, rows, columns, result []float32, stride int)
//
// Six rows by sixteen columns. Y4 to Y15 are the sums, two for each row.
TEXT ·tileAVX2(SB), NOSPLIT, $0-88
	MOVQ depth+0(FP), CX
	MOVQ rows_base+8(FP), SI
	MOVQ columns_base+32(FP), DI
	MOVQ result_base+56(FP), R8
	MOVQ stride+80(FP), R9
	SHLQ $2, R9

	VXORPS Y4, Y4, Y4
	VXORPS Y5, Y5, Y5
	VXORPS Y6, Y6, Y6
	VXORPS Y7, Y7, Y7
	VXORPS Y8, Y8, Y8
	VXORPS Y9, Y9, Y9
	VXORPS Y10, Y10, Y10
	VXORPS Y11, Y11, Y11
	VXORPS Y12, Y12, Y12
	VXORPS Y13, Y13, Y13
	VXORPS Y14, Y14, Y14
	VXORPS Y15, Y15, Y15
	TESTQ  CX, CX
	JZ     store

step:
	VMOVUPS (DI), Y0
	VMOVUPS 32(DI), Y1
	ROW(0, Y4, Y5)
	ROW(4, Y6, Y7)
	ROW(8, Y8, Y9)
	ROW(12, Y10, Y11)
	ROW(16, Y12, Y13)
	ROW(20, Y14, Y15)
	ADDQ    $24, SI
	ADDQ    $64, DI
	DECQ    CX
	JNZ     step

store:
	STORE(Y4, Y5)
	STORE(Y6, Y7)
	STORE(Y8, Y9)
	STORE(Y10, Y11)
	STORE(Y12, Y13)
	STORE(Y14, Y15)
	VZEROUPPER
	RET

// func slideAVX2(result, source []float32, offsets []int, weights []float32, start float32)
//
// Thirty-two places at a time: Y4 to Y7 are their sums, from the start (Y3) over all offsets.
TEXT ·slideAVX2(SB), NOSPLIT, $0-100
	MOVQ         result_base+0(FP), DI
	MOVQ         result_len+8(FP), CX
	MOVQ         source_base+24(FP), SI
	MOVQ         offsets_base+48(FP), R8
	MOVQ         offsets_len+56(FP), R9
	MOVQ         weights_base+72(FP), R10
	VBROADCASTSS start+96(FP), Y3

places:
	VMOVAPS Y3, Y4
	VMOVAPS Y3, Y5
	VMOVAPS Y3, Y6
	VMOVAPS Y3, Y7
	XORQ    DX, DX
	JMP     more

offset:
	MOVQ         (R8)(DX*8), AX
	LEAQ         (SI)(AX*4), AX
	VBROADCASTSS (R10)(DX*4), Y2
	VFMADD231PS  (AX), Y2, Y4
	VFMADD231PS  32(AX), Y2, Y5
	VFMADD231PS  64(AX), Y2, Y6
	VFMADD231PS  96(AX), Y2, Y7
	INCQ         DX

more:
	CMPQ    DX, R9
	JLT     offset
	VMOVUPS Y4, (DI)
	VMOVUPS Y5, 32(DI)
	VMOVUPS Y6, 64(DI)
	VMOVUPS Y7, 96(DI)
	ADDQ    $128, DI
	ADDQ    $128, SI
	SUBQ    $32, CX
	JG      places
	VZEROUPPER
	RET

// func bendAVX2(values []float32, c *Curve)
//
// Eight numbers at a time. Y8 to Y14 are the numbers of the curve, in its order.
TEXT ·bendAVX2(SB), NOSPLIT, $0-32
	MOVQ         values_base+0(FP), DI
	MOVQ         values_len+8(FP), CX
	MOVQ         c+24(FP), SI
	VBROADCASTSS (SI), Y8
	VBROADCASTSS 4(SI), Y9
	VBROADCASTSS 8(SI), Y10
	VBROADCASTSS 12(SI), Y11
	VBROADCASTSS 16(SI), Y12
	VBROADCASTSS 20(SI), Y13
	VBROADCASTSS 24(SI), Y14
	JMP          rest

numbers:
	VMOVUPS     (DI), Y0
	VMOVAPS     Y9, Y1
	VFMADD231PS Y0, Y8, Y1
	VMAXPS      Y10, Y1, Y1
	VMINPS      Y11, Y1, Y1
	VMOVAPS     Y13, Y2
	VFMADD231PS Y0, Y12, Y2
	VMOVAPS     Y14, Y3
	VFMADD231PS Y1, Y2, Y3
	VMOVUPS     Y3, (DI)
	ADDQ        $32, DI
	SUBQ        $8, CX

rest:
	CMPQ CX, $8
	JGE  numbers
	VZEROUPPER
	RET
