package llm

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"strings"
	"time"
)

// Config says which model to ask and how long to wait. Zero durations mean the standard ones, which are longer for a
// model on this machine: it may have to be loaded first.
type Config struct {
	BaseURL string         // https://api.openai.com/v1 when empty
	Key     string         // sent as a bearer token; empty: none is sent
	Model   string         // empty: the first of the server's models that looks made for code
	Dial    time.Duration  // to connect: 2 s
	First   time.Duration  // until the first token: 30 s, 120 s on this machine
	Idle    time.Duration  // between two tokens: 5 s, 30 s on this machine
	Extra   map[string]any // further fields of the request's body: keep_alive, provider …
	Budget  *Budget        // nil: no cap
	Models  []Settings     // what the user says of models, over what is known of them
}

const standardURL = "https://api.openai.com/v1"

// FromEnv reads OPENAI_BASE_URL, OPENAI_API_KEY and CELLSHELL_MODEL; ok reports whether they name an endpoint. A model's
// name alone does not.
func FromEnv() (c Config, ok bool) {
	c = Config{BaseURL: os.Getenv("OPENAI_BASE_URL"), Key: os.Getenv("OPENAI_API_KEY"), Model: os.Getenv("CELLSHELL_MODEL")}
	return c, c.BaseURL != "" || c.Key != ""
}

// complete checks the configuration and fills in what is left out.
func (c Config) complete() (Config, error) {
	if c.BaseURL == "" {
		c.BaseURL = standardURL
	}
	u, err := url.Parse(strings.TrimSpace(c.BaseURL))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return c, fmt.Errorf("llm: endpoint %q is no address like http://127.0.0.1:11434/v1", c.BaseURL)
	}
	if u.User != nil {
		return c, errors.New("llm: the endpoint holds a name or password; put the key into OPENAI_API_KEY")
	}
	u.Path = strings.TrimSuffix(strings.TrimRight(u.Path, "/"), "/chat/completions")
	if u.Path == "" {
		u.Path = "/v1"
	}
	u.RawQuery, u.Fragment = "", ""
	c.BaseURL = u.String()
	first, idle := 30*time.Second, 5*time.Second
	if c.local() {
		first, idle = 120*time.Second, 30*time.Second
	}
	for at, standard := range map[*time.Duration]time.Duration{&c.Dial: 2 * time.Second, &c.First: first, &c.Idle: idle} {
		if *at <= 0 {
			*at = standard
		}
	}
	return c, nil
}

// local reports whether the endpoint is on this machine.
func (c Config) local() bool {
	u, err := url.Parse(c.BaseURL)
	if err != nil {
		return false
	}
	ip := net.ParseIP(u.Hostname())
	return u.Hostname() == "localhost" || ip != nil && ip.IsLoopback()
}
