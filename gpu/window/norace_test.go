//go:build !race

package window_test

const racing = false
