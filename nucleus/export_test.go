package nucleus

import "cellshell/immune"

// WithoutNamespaces makes s confine the cells it starts from now on as on a kernel that refuses these namespaces.
func WithoutNamespaces(s *Supervisor, names ...string) { s.support.Without = names }

// What the fuzz tests reach for.
var (
	CleanLine   = cleanLine
	ParseLine   = parseLine
	ParseRecord = parseRecord
)

// WarmHosts is how many hosts wait.
func WarmHosts(s *Supervisor) int {
	s.pool.mu.Lock()
	defer s.pool.mu.Unlock()
	return len(s.pool.ready)
}

// OwnsStem tells whether a file belongs to a host that s keeps warm.
func OwnsStem(s *Supervisor, name string) bool { return s.pool.owns(name) }

// ReasonOf is what is said of a Go program that printed these lines and ended with status 2.
func ReasonOf(p immune.Profile, lines ...string) string {
	var n crashNote
	for _, l := range lines {
		n.see(l)
	}
	return n.reason(&child{code: 2, known: true}, p)
}
