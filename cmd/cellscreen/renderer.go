//go:build !js

package main

import (
	"fmt"
	"os"
	"path/filepath"

	"cellshell/gpu/window"
	"cellshell/shell/control"
)

// drawer is what draws: the GPU, or the processor where there is none. An OpenGL that is emulated on the processor takes
// ten times as long for a picture as drawing there in the first place.
func drawer(name string) (window.Drawer, error) {
	switch name {
	case "gpu":
		return window.NewRenderer(), nil
	case "cpu":
		return &window.Fallback{}, nil
	case "auto":
		if emulated() {
			return &window.Fallback{}, nil
		}
		return window.NewRenderer(), nil
	}
	return nil, &control.Error{Text: fmt.Sprintf("there is no renderer %q", name), Hint: "these there are: auto, gpu, cpu", Code: control.CodeUsage}
}

// emulated tells whether OpenGL is a program on the processor.
func emulated() bool { return !hasGPU("/dev") || os.Getenv("LIBGL_ALWAYS_SOFTWARE") != "" }

// hasGPU tells whether the kernel offers a graphics processor.
func hasGPU(dev string) bool {
	for _, pattern := range []string{"dri/renderD*", "nvidia[0-9]*"} {
		if found, _ := filepath.Glob(filepath.Join(dev, pattern)); len(found) > 0 {
			return true
		}
	}
	return false
}

// fast tells whether a drawer draws the whole window in a few milliseconds.
func fast(d window.Drawer) bool {
	_, gpu := d.(*window.Renderer)
	return gpu
}
