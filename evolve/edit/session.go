package edit

import (
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

// Constructor has the node that the call at pos makes made by another function of the same package.
func (s *Session) Constructor(pos, name string) (err error) {
	defer guard(&err)
	at, err := s.at(pos)
	if err != nil {
		return err
	}
	switch fun := at.constructor().Fun.(type) {
	case *dst.SelectorExpr:
		fun.Sel.Name = name
	case *dst.Ident:
		fun.Name = name
	default:
		return ErrNotAlone
	}
	s.dirty = true
	return nil
}

// Remove takes the call at pos out of what it is handed to.
func (s *Session) Remove(pos string) (err error) {
	defer guard(&err)
	found, err := s.slot(pos)
	if err != nil {
		return err
	}
	s.f.take(found)
	if found.made != nil {
		s.f.drop(found.made)
	}
	s.dirty = true
	return nil
}
