package edit

// Clash is a declaration that both sides of a merge changed, each otherwise: as it is in ours, and as it is when theirs is
// taken of what conflicts; "" for none.
type Clash struct{ Name, Ours, Theirs string }

// Clashes names what [MergeSources] cannot merge, in the order of ours; nil when that is not a matter of declarations: a
// side does not parse.
func Clashes(base, ours, theirs []byte) (out []Clash) {
	var err error
	defer guard(&err)
	sides, pieces, err := openAll(base, ours, theirs)
	if err != nil {
		return nil
	}
	seen := map[string]bool{}
	for _, f := range []*file{sides[1], sides[2]} {
		for _, key := range f.keys() {
			if _, _, err := mergePiece(Neither, pieces[0], pieces[1], pieces[2], key); seen[key] || err == nil {
				continue
			}
			seen[key] = true
			c := Clash{Name: key, Ours: pieces[1][key].text}
			if back, keep, err := mergePiece(Theirs, pieces[0], pieces[1], pieces[2], key); err == nil && keep {
				if c.Theirs, err = printDecl(back); err != nil {
					return nil
				}
			}
			out = append(out, c)
		}
	}
	return out
}
