package edit

import (
	"errors"
	"strconv"

	"github.com/dave/dst"
)

// Session is several edits of one source. All positions are those of the source as it was opened, however much the edits
// before have moved things.
type Session struct {
	f     *file
	src   []byte
	sites map[string]*site
	dirty bool
}

// Open parses src for a session.
func Open(src []byte) (*Session, error) {
	f, err := open(src)
	if err != nil {
		return nil, err
	}
	return &Session{f: f, src: src, sites: map[string]*site{}}, nil
}

// Bytes prints the result. Without an edit it is the source itself.
func (s *Session) Bytes() ([]byte, error) {
	if !s.dirty {
		return s.src, nil
	}
	return s.f.bytes()
}

// at finds a site once: an edited chain has nodes that never had a position.
func (s *Session) at(pos string) (*site, error) {
	if found := s.sites[pos]; found != nil {
		return found, nil
	}
	found, err := s.f.at(pos)
	if err != nil {
		return nil, err
	}
	s.sites[pos] = found
	return found, nil
}

// Modify changes modifiers of the call at pos: each is replaced where the chain of calls has it and appended where not.
func (s *Session) Modify(pos string, mods ...Mod) (err error) {
	defer guard(&err)
	at, err := s.at(pos)
	if err != nil {
		return err
	}
	s.dirty = true
	for _, m := range mods {
		if err := at.apply(m); err != nil {
			return err
		}
	}
	return nil
}

// Has reports whether the call at pos is followed by that modifier.
func (s *Session) Has(pos, method string) bool {
	at, err := s.at(pos)
	return err == nil && at.call(method) != nil
}

// SetText replaces the label that the call at pos makes, when it is a literal, else [ErrDynamic]. Old is the label now: the
// only argument that equals it is the one, wherever it stands.
func (s *Session) SetText(pos, old, text string) (err error) {
	defer guard(&err)
	at, err := s.at(pos)
	if err != nil {
		return err
	}
	if label := at.call("Label"); label != nil && len(label.Args) == 1 { // it overrules the constructor
		if lit := stringLiteral(label.Args[0]); lit != nil {
			lit.Value, s.dirty = strconv.Quote(text), true
			return nil
		}
		return ErrDynamic
	}
	lit := equalLiteral(at.constructor().Args, old)
	if lit == nil {
		return ErrDynamic
	}
	lit.Value, s.dirty = strconv.Quote(text), true
	return nil
}

// SetConst gives the package-level constant or variable name the value expr, a Go expression.
func (s *Session) SetConst(name, expr string) (err error) {
	defer guard(&err)
	if err := s.f.setConst(name, expr); err != nil {
		return err
	}
	s.dirty = true
	return nil
}

// ErrNotAlone says that a call is no argument of another, so it cannot be taken out or moved.
var ErrNotAlone = errors.New("edit: the node is not written in its container's list")

// beside finds the arguments that the call at pos stands among, and its index there.
func (s *Session) beside(pos string) (list *[]dst.Expr, index int, err error) {
	at, err := s.at(pos)
	if err != nil {
		return nil, 0, err
	}
	if list, index = s.f.parent(at); list == nil {
		return nil, 0, ErrNotAlone
	}
	return list, index, nil
}

// Remove takes the call at pos out of the arguments of the call around it.
func (s *Session) Remove(pos string) (err error) {
	defer guard(&err)
	list, i, err := s.beside(pos)
	if err != nil {
		return err
	}
	*list = append((*list)[:i:i], (*list)[i+1:]...)
	s.dirty = true
	return nil
}

// Shift moves the call at pos by that many places among the arguments of the call around it.
func (s *Session) Shift(pos string, by int) (err error) {
	defer guard(&err)
	list, i, err := s.beside(pos)
	if err != nil {
		return err
	}
	j := i + by
	first := 0
	for first < len(*list) && !isCall((*list)[first]) { // Grid's first argument is a number
		first++
	}
	if j < first || j >= len(*list) {
		return errors.New("edit: the node is already at the end of its container")
	}
	type room struct{ before, after dst.SpaceType } // line breaks belong to the place, comments to the call
	rooms := make([]room, len(*list))
	for k, e := range *list {
		rooms[k] = room{e.Decorations().Before, e.Decorations().After}
	}
	e := (*list)[i]
	rest := append((*list)[:i:i], (*list)[i+1:]...)
	*list = append(rest[:j:j], append([]dst.Expr{e}, rest[j:]...)...)
	for k, e := range *list {
		e.Decorations().Before, e.Decorations().After = rooms[k].before, rooms[k].after
	}
	s.dirty = true
	return nil
}

func isCall(e dst.Expr) bool {
	_, ok := e.(*dst.CallExpr)
	return ok
}

// parent finds the argument list that holds the whole chain of a site.
func (f *file) parent(at *site) (list *[]dst.Expr, index int) {
	outer := at.chain[len(at.chain)-1]
	dst.Inspect(f.tree, func(n dst.Node) bool {
		var args *[]dst.Expr
		switch n := n.(type) {
		case *dst.CallExpr:
			args = &n.Args
		case *dst.CompositeLit:
			args = &n.Elts
		default:
			return true
		}
		for i, a := range *args {
			if a == dst.Expr(outer) {
				list, index = args, i
			}
		}
		return true
	})
	return list, index
}
