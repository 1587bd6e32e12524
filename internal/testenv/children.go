package testenv

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
)

// Children are the processes that a process has started and that live.
func Children(pid int) (out []int) {
	all, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, path := range all {
		data, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended
		}
		f := bytes.Fields(data[bytes.LastIndexByte(data, ')')+1:])
		if string(f[0]) == "Z" || string(f[1]) != strconv.Itoa(pid) {
			continue
		}
		if child, err := strconv.Atoi(filepath.Base(filepath.Dir(path))); err == nil {
			out = append(out, child)
		}
	}
	return out
}
