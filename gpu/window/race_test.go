//go:build race

package window_test

// racing: the race detector empties pools at random, so allocations say nothing.
const racing = true
