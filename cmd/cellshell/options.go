package main

import (
	"fmt"
	"slices"

	"cellshell/shell/control"
)

// check refuses flags that mean nothing.
func (o options) check() error {
	switch {
	case !slices.Contains([]string{"auto", "gpu", "cpu"}, o.renderer):
		return &control.Error{Text: fmt.Sprintf("there is no renderer %q", o.renderer), Hint: "these there are: auto, gpu, cpu", Code: control.CodeUsage}
	case o.scale != 0 && !(o.scale >= 0.5 && o.scale <= 4):
		return &control.Error{Text: fmt.Sprintf("scale %g is not between 0.5 and 4", o.scale), Hint: "1 is a common display, 2 one with small pixels", Code: control.CodeUsage}
	}
	return nil
}
