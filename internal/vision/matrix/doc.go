// Package matrix has the two inner loops in which a network spends its time: the product of matrices and the weighted sum of
// shifted rows. Each is written twice: in Go for every processor, and in assembly for x86 with AVX2, chosen when the program
// runs. The two differ in the last bits, because the one rounds once a step and the other twice.
//
// It knows nothing of networks or pictures, keeps nothing between calls and starts no goroutine. Start at Fastest.
package matrix
