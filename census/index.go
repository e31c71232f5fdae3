package census

// index finds rows by key. Its rows are in the order of keys: the first bits of a key name a bucket, of which only the number of rows is kept; its last
// sixteen stand in each row. Two names of a hundred thousand share a key about once.
type index struct {
	sizes  []byte // rows of each bucket, at most 255; there are 256 buckets or 65,536
	blocks longs  // the first row of every 64th bucket
	low    shorts // the last bits of each row's key
}

const (
	fewBits   = 8
	manyBits  = 16
	blockSize = 64
)

// bucketOf returns the bucket of a key among so many.
func bucketOf(k Key, buckets int) uint32 {
	if buckets == 1<<manyBits {
		return uint32(k) >> (32 - manyBits)
	}
	return uint32(k) >> (32 - fewBits)
}

// rows returns the first row of a key and the row behind its last.
func (x index) rows(k Key) (first, end uint32) {
	b := bucketOf(k, len(x.sizes))
	first = x.blocks.at(b / blockSize)
	for i := b &^ (blockSize - 1); i < b; i++ {
		first += uint32(x.sizes[i])
	}
	bucketEnd := first + uint32(x.sizes[b])
	low := uint32(k) & 0xffff
	for first < bucketEnd && x.low.at(first) < low {
		first++
	}
	end = first
	for end < bucketEnd && x.low.at(end) == low {
		end++
	}
	return first, end
}

// sound reports whether the index leads to so many rows and no further.
func (x index) sound(rows int) bool {
	buckets := len(x.sizes)
	if buckets != 1<<fewBits && buckets != 1<<manyBits || x.blocks.len() != buckets/blockSize || x.low.len() != rows {
		return false
	}
	sum := uint32(0)
	for block := range uint32(x.blocks.len()) {
		if x.blocks.at(block) != sum {
			return false
		}
		for _, size := range x.sizes[block*blockSize : (block+1)*blockSize] {
			sum += uint32(size)
		}
	}
	return sum == uint32(rows)
}
