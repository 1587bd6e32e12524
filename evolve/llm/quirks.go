package llm

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

// quirks is what a server was found not to accept.
type quirks struct {
	drop   map[string]bool // parameters it refuses
	rename bool            // it wants max_completion_tokens
}

// reasoner matches models that want max_completion_tokens and their own temperature.
var reasoner = regexp.MustCompile(`^(o[1-9]|gpt-[5-9])`)

// thinking is how many tokens more such a model may use before its answer.
const thinking = 4096

// fields are the parameters go-openai would leave out (a temperature of 0) or refuse by the model's name.
func (c *Client) fields(model string, r Request) map[string]any {
	c.mu.Lock()
	defer c.mu.Unlock()
	s := c.settingsOf(model)
	f := s.Extra
	maps.Copy(f, c.cfg.Extra)
	if s.Temperature != nil {
		r.Temperature = *s.Temperature
	}
	name := "max_tokens"
	if c.quirks.rename || reasoner.MatchString(model) {
		name = "max_completion_tokens"
	}
	f[name] = r.MaxTokens
	if !reasoner.MatchString(model) {
		f["temperature"] = r.Temperature
	}
	for k := range c.quirks.drop {
		f[k] = nil
	}
	return f
}

// parameters are those a server may refuse and can do without, longest first where one name contains another.
var parameters = []string{"max_completion_tokens", "max_tokens", "stream_options", "temperature", "stop", "reasoning_effort", "prediction", "keep_alive"}

// learn looks whether an error names a parameter; if so it remembers to do without and reports that a new try makes
// sense.
func (c *Client) learn(model string, e *Error) bool {
	if e.Status != 400 && e.Status != 422 {
		return false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	more := slices.Sorted(maps.Keys(c.settingsOf(model).Extra))
	for _, p := range slices.Concat(parameters, more, slices.Sorted(maps.Keys(c.cfg.Extra))) {
		if !strings.Contains(e.Text, p) {
			continue
		}
		if p == "max_tokens" || p == "max_completion_tokens" {
			// The text may name both, the wrong one and the right one: whichever we sent was the wrong one.
			sent := "max_tokens"
			if c.quirks.rename || reasoner.MatchString(model) {
				sent = "max_completion_tokens"
			}
			if sent == "max_tokens" && !c.quirks.rename {
				c.quirks.rename = true
				return true
			}
			p = sent
		}
		if c.quirks.drop[p] {
			continue
		}
		if c.quirks.drop == nil {
			c.quirks.drop = map[string]bool{}
		}
		c.quirks.drop[p] = true
		return true
	}
	return false
}
