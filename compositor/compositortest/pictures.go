package compositortest

import (
	"cellshell/compositor"
	"cellshell/tissue"
)

// Picture is a desktop with a name.
type Picture struct {
	Name  string
	Input compositor.Input
}

// Pictures are the desktops that have golden files.
func Pictures() []Picture {
	high := Controls("light", 1)
	high.Doc.Theme.Contrast = "high"
	icons := Desktop(tissue.KindWidget, tissue.Placement{X: 24, Y: 24, W: 852}, Symbols())
	icons.W, icons.H = 900, 440
	return []Picture{
		{"desktop-dark", Gallery("dark", 1)},
		{"desktop-light", Gallery("light", 1)},
		{"controls-dark-2x", Controls("dark", 2)},
		{"controls-light-2x", Controls("light", 2)},
		{"controls-high", high},
		{"icons", icons},
	}
}
