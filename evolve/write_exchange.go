package evolve

import (
	"fmt"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
)

// exchangeColors gives letters the colour that was behind them, and that the colour of the letters. All letters of a cell get
// one: it has one ground.
func (s *subject) exchangeColors() error {
	n := s.node
	if n == nil {
		n = s.cell.Tree
	}
	if n == nil {
		return fmt.Errorf("%s shows nothing yet", s.name)
	}
	ground, letters := s.before.look(s.id, n), s.letters(n)
	if letters == nil {
		return refuse("%s shows no letters whose colour could be exchanged with what is behind them.", s.label())
	}
	behind := now("background", ground)
	if n == s.cell.Tree && ground.Background == "" {
		behind = "surface"
	}
	if behind == "transparent" {
		return refuse("%s is transparent: there is no colour behind its letters.", s.label())
	}
	dark := s.before.hex(s.id, letters.ID, "text", now("text", s.before.look(s.id, letters)))
	light := s.before.hex(s.id, n.ID, "background", behind)
	if err := s.recolorNode(n, act.Args{Color: dark, Part: "background"}); err != nil {
		return err
	}
	if s.node != nil {
		return s.recolorNode(n, act.Args{Color: light, Part: "text"})
	}
	return s.eachText(func(n *ui.Node) error { return s.recolorNode(n, act.Args{Color: light, Part: "text"}) })
}

// letters is the first node in n, or n itself, that shows a text.
func (s *subject) letters(n *ui.Node) *ui.Node {
	var found *ui.Node
	walkNodes(n, func(n *ui.Node) {
		if found == nil && n.Text != "" {
			found = n
		}
	})
	return found
}
