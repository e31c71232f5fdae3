//go:build amd64 && !purego

#include "textflag.h"

// func cpuid(leaf uint32) (eax, ebx, ecx uint32)
TEXT ·cpuid(SB), NOSPLIT, $0-20
	MOVL leaf+0(FP), AX
	XORL CX, CX
	CPUID
	MOVL AX, eax+8(FP)
	MOVL BX, ebx+12(FP)
	MOVL CX, ecx+16(FP)
	RET

// func xgetbv() uint32
TEXT ·xgetbv(SB), NOSPLIT, $0-4
	XORL CX, CX
	XGETBV
	MOVL AX, ret+0(FP)
	RET

// The low half of each byte.
DATA low<>+0(SB)/8, $0x0f0f0f0f0f0f0f0f
DATA low<>+8(SB)/8, $0x0f0f0f0f0f0f0f0f
DATA low<>+16(SB)/8, $0x0f0f0f0f0f0f0f0f
DATA low<>+24(SB)/8, $0x0f0f0f0f0f0f0f0f
GLOBL low<>(SB), RODATA|NOPTR, $32

// Four numbers of one position times four inputs of sixteen rows (Y12, Y13), onto two sums of pairs.
#define POSITION(at, first, second) \
	VPBROADCASTD at, Y14 \
	VPMADDUBSW   Y14, Y12, Y15 \
	VPADDW       Y15, first, first \
	VPMADDUBSW   Y14, Y13, Y15 \
	VPADDW       Y15, second, second

// Four inputs: thirty-two bytes of weights, unpacked, and six positions.
#define GROUP(n) \
	VMOVDQU 16+32*n(DI), Y13 \
	VPAND   low<>(SB), Y13, Y12 \
	VPSRLW  $4, Y13, Y13 \
	VPAND   low<>(SB), Y13, Y13 \
	POSITION(4*n(SI), Y0, Y1) \
	POSITION(4*n(SI)(R9*1), Y2, Y3) \
	POSITION(4*n(SI)(R9*2), Y4, Y5) \
	POSITION(4*n(R8), Y6, Y7) \
	POSITION(4*n(R8)(R9*1), Y8, Y9) \
	POSITION(4*n(R8)(R9*2), Y10, Y11)

// The sums of a run begin with what its numbers ask for.
#define START(at, first, second) \
	VPBROADCASTD at, first \
	VMOVDQA      first, second

// The end of a run: its sums, times the multipliers (Y12, Y13), are added to those in memory.
#define COLLECT(at, first, second) \
	VPMADDWD Y12, first, first \
	VPADDD   at(SP), first, first \
	VMOVDQU  first, at(SP) \
	VPMADDWD Y13, second, second \
	VPADDD   at+32(SP), second, second \
	VMOVDQU  second, at+32(SP)

// Sixteen outputs of one position: sum × (its scale × the rows' scales) + bias.
#define OUTPUT(p) \
	VBROADCASTSS 4*p(AX), Y0 \
	VMULPS       Y12, Y0, Y1 \
	VMULPS       Y13, Y0, Y2 \
	VCVTDQ2PS    64*p(SP), Y3 \
	VCVTDQ2PS    64*p+32(SP), Y4 \
	VMULPS       Y1, Y3, Y3 \
	VMULPS       Y2, Y4, Y4 \
	VADDPS       Y10, Y3, Y3 \
	VADDPS       Y11, Y4, Y4 \
	VMOVUPS      Y3, (BX) \
	VMOVUPS      Y4, 32(BX) \
	ADDQ         R13, BX

// func panelTileAVX2(weights *byte, runs int, whole *int8, start *uint32, scale, rowScale, bias, result *float32, stride int)
//
// Sixteen rows by six positions. In memory at SP are the sums: for each position sixteen of 32 bits. Y0 to Y11 are those of the run
// that is at hand, in sixteen bits: thirty-two products of at most 15 × 127, taken two by two, wrap around on the way, and end
// within 2^15.
TEXT ·panelTileAVX2(SB), NOSPLIT, $384-72
	MOVQ weights+0(FP), DI
	MOVQ runs+8(FP), CX
	MOVQ whole+16(FP), SI
	MOVQ start+24(FP), DX
	MOVQ CX, R9
	SHLQ $5, R9
	LEAQ (R9)(R9*2), R8
	ADDQ SI, R8
	MOVQ CX, R11
	SHLQ $2, R11
	LEAQ (R11)(R11*2), R12
	ADDQ DX, R12

	VPXOR   Y0, Y0, Y0
	VMOVDQU Y0, 0(SP)
	VMOVDQU Y0, 32(SP)
	VMOVDQU Y0, 64(SP)
	VMOVDQU Y0, 96(SP)
	VMOVDQU Y0, 128(SP)
	VMOVDQU Y0, 160(SP)
	VMOVDQU Y0, 192(SP)
	VMOVDQU Y0, 224(SP)
	VMOVDQU Y0, 256(SP)
	VMOVDQU Y0, 288(SP)
	VMOVDQU Y0, 320(SP)
	VMOVDQU Y0, 352(SP)

next:
	START((DX), Y0, Y1)
	START((DX)(R11*1), Y2, Y3)
	START((DX)(R11*2), Y4, Y5)
	START((R12), Y6, Y7)
	START((R12)(R11*1), Y8, Y9)
	START((R12)(R11*2), Y10, Y11)
	GROUP(0)
	GROUP(1)
	GROUP(2)
	GROUP(3)
	GROUP(4)
	GROUP(5)
	GROUP(6)
	GROUP(7)

	VPMOVZXBD (DI), Y12
	VPMOVZXBD 8(DI), Y13
	VPSLLD    $16, Y12, Y14
	VPSLLD    $16, Y13, Y15
	VPOR      Y14, Y12, Y12
	VPOR      Y15, Y13, Y13
	COLLECT(0, Y0, Y1)
	COLLECT(64, Y2, Y3)
	COLLECT(128, Y4, Y5)
	COLLECT(192, Y6, Y7)
	COLLECT(256, Y8, Y9)
	COLLECT(320, Y10, Y11)
	ADDQ      $272, DI
	ADDQ      $32, SI
	ADDQ      $32, R8
	ADDQ      $4, DX
	ADDQ      $4, R12
	DECQ      CX
	JNZ       next

	MOVQ    scale+32(FP), AX
	MOVQ    rowScale+40(FP), DI
	MOVQ    bias+48(FP), SI
	MOVQ    result+56(FP), BX
	MOVQ    stride+64(FP), R13
	SHLQ    $2, R13
	VMOVUPS (DI), Y12
	VMOVUPS 32(DI), Y13
	VMOVUPS (SI), Y10
	VMOVUPS 32(SI), Y11
	OUTPUT(0)
	OUTPUT(1)
	OUTPUT(2)
	OUTPUT(3)
	OUTPUT(4)
	OUTPUT(5)
	VZEROUPPER
	RET

// func largestAVX2(values []float32) float32
TEXT ·largestAVX2(SB), NOSPLIT, $0-28
	MOVQ     values_base+0(FP), SI
	MOVQ     values_len+8(FP), CX
	VPXOR    Y0, Y0, Y0
	VPCMPEQD Y1, Y1, Y1
	VPSRLD   $1, Y1, Y1

largest:
	VPAND   (SI), Y1, Y2
	VPMAXUD Y2, Y0, Y0
	ADDQ    $32, SI
	SUBQ    $8, CX
	JG      largest

	VEXTRACTI128 $1, Y0, X1
	VPMAXUD      X1, X0, X0
	VPSHUFD      $0x4e, X0, X1
	VPMAXUD      X1, X0, X0
	VPSHUFD      $0xb1, X0, X1
	VPMAXUD      X1, X0, X0
	VMOVSS       X0, ret+24(FP)
	VZEROUPPER
	RET

DATA half<>+0(SB)/4, $0x3f000000
GLOBL half<>(SB), RODATA|NOPTR, $4
DATA sign<>+0(SB)/4, $0x80000000
GLOBL sign<>(SB), RODATA|NOPTR, $4
DATA ones<>+0(SB)/4, $0x01010101
GLOBL ones<>(SB), RODATA|NOPTR, $4

// Where each four bytes go after two packings, which work on halves of a register.
DATA order<>+0(SB)/8, $0x0000000400000000
DATA order<>+8(SB)/8, $0x0000000500000001
DATA order<>+16(SB)/8, $0x0000000600000002
DATA order<>+24(SB)/8, $0x0000000700000003
GLOBL order<>(SB), RODATA|NOPTR, $32

// Eight numbers, times the factor (Y15), to whole ones: a half of the same sign is added, and what follows the point is cut off.
#define NEAREST(at, to) \
	VMULPS     at(SI), Y15, to \
	VANDPS     Y13, to, Y4 \
	VORPS      Y14, Y4, Y4 \
	VADDPS     Y4, to, to \
	VCVTTPS2DQ to, to

// func roundRunsAVX2(whole *int8, start *uint32, values *float32, runs int, factor float32)
TEXT ·roundRunsAVX2(SB), NOSPLIT, $0-36
	MOVQ         whole+0(FP), DI
	MOVQ         start+8(FP), DX
	MOVQ         values+16(FP), SI
	MOVQ         runs+24(FP), CX
	VBROADCASTSS factor+32(FP), Y15
	VBROADCASTSS half<>(SB), Y14
	VBROADCASTSS sign<>(SB), Y13
	VPBROADCASTD ones<>(SB), Y12
	VMOVDQU      order<>(SB), Y11
	VPXOR        X10, X10, X10

round:
	NEAREST(0, Y0)
	NEAREST(32, Y1)
	NEAREST(64, Y2)
	NEAREST(96, Y3)
	VPACKSSDW Y1, Y0, Y0
	VPACKSSDW Y3, Y2, Y2
	VPACKSSWB Y2, Y0, Y0
	VPERMD    Y0, Y11, Y0
	VMOVDQU   Y0, (DI)

	VPMADDUBSW   Y0, Y12, Y0
	VEXTRACTI128 $1, Y0, X1
	VPADDW       X1, X0, X0
	VPSHUFD      $0x4e, X0, X1
	VPADDW       X1, X0, X0
	VPSHUFD      $0xb1, X0, X1
	VPADDW       X1, X0, X0
	VPSLLW       $3, X0, X0
	VPSUBW       X0, X10, X0
	VMOVD        X0, (DX)
	ADDQ         $32, DI
	ADDQ         $4, DX
	ADDQ         $128, SI
	DECQ         CX
	JNZ          round
	VZEROUPPER
	RET

// The numbers of curve.go: where the exponential ends, 1/ln 2, ln 2 in two parts, and the series.
DATA least<>+0(SB)/4, $0xc2ae0000
GLOBL least<>(SB), RODATA|NOPTR, $4
DATA log2e<>+0(SB)/4, $0x3fb8aa3b
GLOBL log2e<>(SB), RODATA|NOPTR, $4
DATA ln2High<>+0(SB)/4, $0x3f318000
GLOBL ln2High<>(SB), RODATA|NOPTR, $4
DATA ln2Low<>+0(SB)/4, $0xb95e8083
GLOBL ln2Low<>(SB), RODATA|NOPTR, $4
DATA c6<>+0(SB)/4, $0x3ab60b61
GLOBL c6<>(SB), RODATA|NOPTR, $4
DATA c5<>+0(SB)/4, $0x3c088889
GLOBL c5<>(SB), RODATA|NOPTR, $4
DATA c4<>+0(SB)/4, $0x3d2aaaab
GLOBL c4<>(SB), RODATA|NOPTR, $4
DATA c3<>+0(SB)/4, $0x3e2aaaab
GLOBL c3<>(SB), RODATA|NOPTR, $4
DATA one<>+0(SB)/4, $0x3f800000
GLOBL one<>(SB), RODATA|NOPTR, $4
DATA bias<>+0(SB)/4, $0x0000007f
GLOBL bias<>(SB), RODATA|NOPTR, $4

#define TERM(c) \
	VMULPS       Y3, Y4, Y4 \
	VBROADCASTSS c, Y5 \
	VADDPS       Y5, Y4, Y4

// func expAVX2(values []float32, top, scale float32)
//
// Y1 are the numbers, Y2 the powers of two next to them, Y3 what is left, Y4 the series.
TEXT ·expAVX2(SB), NOSPLIT, $0-32
	MOVQ         values_base+0(FP), DI
	MOVQ         values_len+8(FP), CX
	VBROADCASTSS top+24(FP), Y15
	VBROADCASTSS scale+28(FP), Y14
	VBROADCASTSS least<>(SB), Y13
	VBROADCASTSS log2e<>(SB), Y12
	VBROADCASTSS half<>(SB), Y11
	VBROADCASTSS ln2High<>(SB), Y10
	VBROADCASTSS ln2Low<>(SB), Y9
	VBROADCASTSS c6<>(SB), Y8
	VPBROADCASTD bias<>(SB), Y7

exp:
	VMOVUPS      (DI), Y1
	VSUBPS       Y15, Y1, Y1
	VMULPS       Y14, Y1, Y1
	VCMPPS       $0x1d, Y13, Y1, Y0
	VMULPS       Y12, Y1, Y2
	VSUBPS       Y11, Y2, Y2
	VCVTTPS2DQ   Y2, Y2
	VCVTDQ2PS    Y2, Y3
	VMULPS       Y10, Y3, Y4
	VMULPS       Y9, Y3, Y5
	VSUBPS       Y4, Y1, Y3
	VSUBPS       Y5, Y3, Y3
	VMOVAPS      Y8, Y4
	TERM(c5<>(SB))
	TERM(c4<>(SB))
	TERM(c3<>(SB))
	TERM(half<>(SB))
	TERM(one<>(SB))
	TERM(one<>(SB))
	VPADDD       Y7, Y2, Y2
	VPSLLD       $23, Y2, Y2
	VMULPS       Y2, Y4, Y4
	VANDPS       Y0, Y4, Y4
	VMOVUPS      Y4, (DI)
	ADDQ         $32, DI
	SUBQ         $8, CX
	JG           exp
	VZEROUPPER
	RET

// One row of a tile: its number times sixteen columns (Y12, Y13), onto two sums. Products are rounded before they are added.
#define ROW(at, first, second) \
	VBROADCASTSS at, Y14 \
	VMULPS       Y12, Y14, Y15 \
	VADDPS       Y15, first, first \
	VMULPS       Y13, Y14, Y15 \
	VADDPS       Y15, second, second

#define STORE(first, second) \
	VMOVUPS first, (BX) \
	VMOVUPS second, 32(BX) \
	ADDQ    R13, BX

// func productTileAVX2(rows *float32, rowStride int, columns *float32, columnStride int, result *float32, resultStride, depth int)
TEXT ·productTileAVX2(SB), NOSPLIT, $0-56
	MOVQ   rows+0(FP), SI
	MOVQ   rowStride+8(FP), R9
	MOVQ   columns+16(FP), DI
	MOVQ   columnStride+24(FP), R10
	MOVQ   result+32(FP), BX
	MOVQ   resultStride+40(FP), R13
	MOVQ   depth+48(FP), CX
	SHLQ   $2, R9
	SHLQ   $2, R10
	SHLQ   $2, R13
	LEAQ   (R9)(R9*2), R8
	ADDQ   SI, R8
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	VXORPS Y2, Y2, Y2
	VXORPS Y3, Y3, Y3
	VXORPS Y4, Y4, Y4
	VXORPS Y5, Y5, Y5
	VXORPS Y6, Y6, Y6
	VXORPS Y7, Y7, Y7
	VXORPS Y8, Y8, Y8
	VXORPS Y9, Y9, Y9
	VXORPS Y10, Y10, Y10
	VXORPS Y11, Y11, Y11

depth:
	VMOVUPS (DI), Y12
	VMOVUPS 32(DI), Y13
	ROW((SI), Y0, Y1)
	ROW((SI)(R9*1), Y2, Y3)
	ROW((SI)(R9*2), Y4, Y5)
	ROW((R8), Y6, Y7)
	ROW((R8)(R9*1), Y8, Y9)
	ROW((R8)(R9*2), Y10, Y11)
	ADDQ    $4, SI
	ADDQ    $4, R8
	ADDQ    R10, DI
	DECQ    CX
	JNZ     depth

	STORE(Y0, Y1)
	STORE(Y2, Y3)
	STORE(Y4, Y5)
	STORE(Y6, Y7)
	STORE(Y8, Y9)
	STORE(Y10, Y11)
	VZEROUPPER
	RET
