package body

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/BurntSushi/toml"

	"cellshell/evolve/llm"
	"cellshell/internal/atomicfile"
)

// Config is config.toml. The environment wins over it: OPENAI_API_KEY, OPENAI_BASE_URL, CELLSHELL_MODEL.
type Config struct {
	Model struct {
		BaseURL string `toml:"base_url"`
		Name    string `toml:"name"`
		Key     string `toml:"key"`
		// MaxTokens bounds what one sentence may use, in and out together, over all tries.
		MaxTokens int `toml:"max_tokens"`
		// DayTokens bounds what all sentences of a day may use together, until midnight; a restart goes on counting.
		DayTokens int `toml:"day_tokens"`
		// FirstToken, NextToken and Answer are how long a model may take until it begins, between two tokens, and for one
		// whole answer; 0 is the standard of package llm.
		FirstToken time.Duration `toml:"first_token"`
		NextToken  time.Duration `toml:"next_token"`
		Answer     time.Duration `toml:"answer"`
		// Record is a folder that gets every call with its answer, Replay one that answers instead of a model; "" for none.
		Record string `toml:"record"`
		Replay string `toml:"replay"`
		// Discover says whether a local model server is looked for when none is named.
		Discover bool `toml:"discover"`
		// CellText lets a model read the text that a cell shows where somebody points; Pictures lets it look at the cell when a
		// sentence asks for that.
		CellText bool `toml:"cell_text"`
		Pictures bool `toml:"pictures"`
	} `toml:"model"`
	// Models says more of models than is known of them.
	Models []llm.Settings `toml:"models"`
	Evolve struct {
		// Unjailed lets code run although the kernel offers neither Landlock nor seccomp.
		Unjailed bool `toml:"unjailed"`
		// Native says whether cells are compiled in the background.
		Native bool `toml:"native"`
	} `toml:"evolve"`
	Look struct {
		// Motion is how much the screen moves by itself: MotionFull or MotionReduced.
		Motion string `toml:"motion"`
	} `toml:"look"`
	Web struct {
		// Enabled says whether browsers can be let in.
		Enabled bool `toml:"enabled"`
		// Listen is where the server for them listens, ADDRESS:PORT; "" is this machine alone, any free port.
		Listen string `toml:"listen"`
	} `toml:"web"`
}

// How much the screen moves by itself. Reduced: nothing glides, comes in slowly or drifts; what has changed is there at once.
const (
	MotionFull    = "full"
	MotionReduced = "reduced"
)

const defaultConfig = `# CellShell's settings. What is commented out shows the default.

[model]
# Any OpenAI-compatible endpoint; OPENAI_BASE_URL, OPENAI_API_KEY and CELLSHELL_MODEL win over these.
# base_url = "https://api.openai.com/v1"
# key = ""
# Without a name the first coder-like model of the endpoint is used.
# name = ""
# The most tokens that one sentence may use, over all tries.
# max_tokens = 20000
# The most tokens that all sentences of a day may use.
# day_tokens = 500000
# How long to wait: until an answer begins, between two tokens of it, and for all of it. A model on this machine gets
# "2m" and "30s", because it may have to be loaded first.
# first_token = "30s"
# next_token = "5s"
# answer = "2m"
# Keep every call and its answer in a folder; answer from such a folder, without any model or key.
# record = ""
# replay = ""
# Look for Ollama, llama.cpp and LM Studio on this machine when no endpoint is named.
# discover = true
# Let the model read the text that a cell shows where you point. Otherwise it reads the source only.
# cell_text = false
# Let the model look at a picture of the cell you point at, when you say "look at it". It must be one that can.
# pictures = false

# What a model is like, where it is not known or you know better. match is a name with *; format is how it answers: decls,
# whole (for small models) or search. context and max_tokens are tokens, prices dollars for a million.
# [[models]]
# match = "my-model*"
# format = "decls"
# context = 8192
# max_tokens = 4096
# temperature = 0.2
# price_in = 0.0
# price_out = 0.0
# extra = { keep_alive = "30m" }

[evolve]
# Compile cells to native code in the background.
# native = true
# Run cells even where the kernel has neither Landlock nor seccomp. Code written by a model then runs with your rights.
# unjailed = false

[look]
# "reduced": nothing glides, comes in slowly or drifts; what has changed is there at once.
# motion = "full"

[web]
# Let a browser show the desktop, after "cell web" has printed an address for it.
# enabled = true
# Where to listen. Beyond this machine nothing is encrypted: everybody on the way can read what you see and type.
# listen = "127.0.0.1:0"
`

// LoadConfig reads config.toml in dir and writes a commented default when there is none. An unknown key is an error, so
// that a slip of the pen is not silently ignored.
func LoadConfig(dir string) (Config, error) {
	var c Config
	c.Model.MaxTokens, c.Model.DayTokens, c.Model.Discover, c.Evolve.Native, c.Web.Enabled = 20000, 500000, true, true, true
	c.Look.Motion = MotionFull
	path := filepath.Join(dir, "config.toml")
	b, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return c, fmt.Errorf("config: %w", err)
		}
		if err := writeFile(path, []byte(defaultConfig)); err != nil {
			return c, fmt.Errorf("config: write the default: %w", err)
		}
		return c.withEnv(), nil
	}
	if err != nil {
		return c, fmt.Errorf("config: %w", err)
	}
	meta, err := toml.Decode(string(b), &c)
	if err != nil {
		return c, fmt.Errorf("config: %s: %w", path, err)
	}
	if u := meta.Undecoded(); len(u) > 0 {
		return c, fmt.Errorf("config: %s: unknown key %q", path, u[0])
	}
	if m := c.Look.Motion; m != MotionFull && m != MotionReduced {
		return c, fmt.Errorf("config: %s: motion is %q, want %q or %q", path, m, MotionFull, MotionReduced)
	}
	for _, row := range c.Models {
		if err := row.Check(); err != nil {
			return c, fmt.Errorf("config: %s: %w", path, err)
		}
	}
	return c.withEnv(), nil
}

func (c Config) withEnv() Config {
	for env, field := range map[string]*string{
		"OPENAI_BASE_URL": &c.Model.BaseURL, "OPENAI_API_KEY": &c.Model.Key, "CELLSHELL_MODEL": &c.Model.Name,
	} {
		if v := os.Getenv(env); v != "" {
			*field = v
		}
	}
	return c
}

// writeFile replaces a file in one step; only the user may read it.
func writeFile(path string, data []byte) error { return atomicfile.Write(path, data, 0o600) }
