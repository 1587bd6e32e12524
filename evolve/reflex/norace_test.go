//go:build !race

package reflex_test

const slower = 1
