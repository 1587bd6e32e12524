// Package kage judges the shaders of cells by their source (a static check), before anything compiles them. A shader is a program
// that a stranger wrote and that runs on the graphics processor, where nobody can stop it: one that takes too long freezes
// the whole display, and may take the driver down with it.
//
// What passes ends: it does not call itself, and its loops have bounds that can be worked out. How much it does at most for
// one pixel is counted on paper and limited. Whether a driver can bear it is found out by gpu/canary, in another process.
package kage

import "fmt"

// Limits of one shader.
const (
	MaxSource  = 16 << 10 // bytes
	MaxRounds  = 4096     // of all loops, those of loops in loops multiplied, for one pixel
	MaxSteps   = 65536    // operations for one pixel
	MaxTexels  = 64       // texture reads for one pixel
	MaxDepth   = 96       // of the syntax tree: compilers of shaders are recursive
	MaxArray   = 64       // elements of one array
	MaxNumbers = 256      // in all uniforms
)

// Refusal says why a shader is not compiled.
type Refusal struct {
	Line int // of the source that was given; 0: none
	Why  string
}

// Error implements error.
func (r *Refusal) Error() string {
	if r.Line == 0 {
		return "shader: " + r.Why
	}
	return fmt.Sprintf("shader: line %d: %s", r.Line, r.Why)
}

// Program is a shader that may be compiled.
type Program struct {
	Source   string // complete: with its unit and package
	Shift    int    // lines that were put before the source
	Uniforms []Uniform
	Reads    bool // it reads the picture of its fallback
	Rounds   int  // of loops for one pixel, at most
	Steps    int  // operations for one pixel, at most
	Texels   int  // texture reads for one pixel, at most
}

// Uniform is a variable that is set from outside.
type Uniform struct {
	Name    string
	Numbers int // how many it holds
	Whole   bool
}
