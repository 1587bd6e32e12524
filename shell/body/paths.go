package body

import (
	"os"
	"path/filepath"

	"cellshell/internal/privatedir"
	"cellshell/shell/control"
)

// Paths are the folders a body uses, after the XDG base directory specification.
type Paths struct {
	Data    string // Data/tissue is the tissue's repository, Data/state what cells and hands left: not in the history
	State   string // logs, pictures of the history, what was said, tokens used
	Cache   string // compiled cells and toolchains: may be deleted at any time
	Config  string // config.toml
	Runtime string // sockets; gone at log-out
}

// DefaultPaths are those of the user, as the environment has them.
func DefaultPaths() Paths {
	home, err := os.UserHomeDir()
	if err != nil {
		home = "/"
	}
	dir := func(env, fallback string) string {
		if d := os.Getenv(env); filepath.IsAbs(d) {
			return filepath.Join(d, "cellshell")
		}
		return filepath.Join(home, fallback, "cellshell")
	}
	return Paths{
		Data:    dir("XDG_DATA_HOME", ".local/share"),
		State:   dir("XDG_STATE_HOME", ".local/state"),
		Cache:   dir("XDG_CACHE_HOME", ".cache"),
		Config:  dir("XDG_CONFIG_HOME", ".config"),
		Runtime: control.RuntimeDir(),
	}
}

func (p Paths) make() error {
	for _, d := range []string{p.Data, p.State, p.Cache, p.Config, p.logs()} {
		if err := os.MkdirAll(d, 0o700); err != nil {
			return err
		}
	}
	return privatedir.Make(p.Runtime)
}

func (p Paths) tissue() string { return filepath.Join(p.Data, "tissue") }
func (p Paths) cells() string  { return filepath.Join(p.Data, "state") } // beside the repository
func (p Paths) input() string  { return filepath.Join(p.Data, "state", "_screen.json") }
func (p Paths) logs() string   { return filepath.Join(p.State, "log") }
func (p Paths) said() string   { return filepath.Join(p.State, "said.json") }
func (p Paths) budget() string { return filepath.Join(p.State, "tokens.json") }
func (p Paths) built() string  { return filepath.Join(p.Cache, "built") }

// documentFile is the document in the tissue's repository.
const documentFile = "tissue.json"
