package llm

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"strings"

	"github.com/BurntSushi/toml"
)

// Settings are what is known of a model, or what config.toml says of it. Fields that are not set leave what rows above say.
type Settings struct {
	Match       string         `toml:"match" json:"-"`                           // patterns of names, see settings.toml
	Format      string         `toml:"format" json:"format,omitempty"`           // of an answer: decls, whole or search
	Context     int            `toml:"context" json:"context,omitempty"`         // tokens it reads; 0: not known
	MaxTokens   int            `toml:"max_tokens" json:"max_tokens,omitempty"`   // of an answer; 0: as the request says
	Temperature *float64       `toml:"temperature" json:"temperature,omitempty"` // instead of the request's, 0 to 2
	Suffix      *string        `toml:"suffix" json:"-"`                          // added to the last message: a switch some models read there
	Extra       map[string]any `toml:"extra" json:"-"`                           // further fields of the request's body; "" takes one out
	Vision      *bool          `toml:"vision" json:"vision,omitempty"`           // it can look at pictures
	PriceIn     *float64       `toml:"price_in" json:"price_in,omitempty"`       // dollars for a million tokens read
	PriceOut    *float64       `toml:"price_out" json:"price_out,omitempty"`     // and written
}

//go:embed settings.toml
var table string

var known = func() []Settings {
	var t struct{ Models []Settings }
	if _, err := toml.Decode(table, &t); err != nil {
		panic("llm: settings.toml: " + err.Error()) // embedded; a test reads it
	}
	return t.Models
}()

// SettingsFor lays all rows that fit a model's name over one another: those built in, then more.
func SettingsFor(model string, more []Settings) Settings {
	s := Settings{Extra: map[string]any{}}
	for _, row := range append(known[:len(known):len(known)], more...) {
		if row.fits(model) {
			s.over(row)
		}
	}
	for k, v := range s.Extra {
		if v == "" {
			delete(s.Extra, k)
		}
	}
	return s
}

// Check says what is wrong with a row that somebody wrote.
func (s Settings) Check() error {
	if strings.TrimSpace(s.Match) == "" {
		return errors.New("a row of models has no match")
	}
	if err := s.check(); err != nil {
		return fmt.Errorf("models %q: %w", s.Match, err)
	}
	return nil
}

// check says what is wrong with what a row says.
func (s Settings) check() error {
	switch {
	case s.Format != "" && s.Format != "decls" && s.Format != "whole" && s.Format != "search":
		return fmt.Errorf("format %q is none of decls, whole, search", s.Format)
	case s.Context < 0 || s.Context > 0 && s.Context < 2048:
		return fmt.Errorf("context = %d, at least 2048 are needed", s.Context)
	case s.MaxTokens < 0 || s.MaxTokens > 0 && s.MaxTokens < 256:
		return fmt.Errorf("max_tokens = %d, at least 256 are needed", s.MaxTokens)
	case s.Temperature != nil && (*s.Temperature < 0 || *s.Temperature > 2):
		return fmt.Errorf("temperature = %v is outside 0 to 2", *s.Temperature)
	case s.PriceIn != nil && *s.PriceIn < 0 || s.PriceOut != nil && *s.PriceOut < 0:
		return errors.New("a price is below 0")
	}
	return nil
}

func (s Settings) fits(model string) bool {
	model = strings.ToLower(model[strings.LastIndexByte(model, '/')+1:])
	for p := range strings.SplitSeq(strings.ToLower(s.Match), "|") {
		if glob(strings.TrimSpace(p), model) {
			return true
		}
	}
	return false
}

// glob matches a pattern in which * is any text.
func glob(pattern, s string) bool {
	parts := strings.Split(pattern, "*")
	if len(parts) == 1 {
		return pattern == s
	}
	s, ok := strings.CutPrefix(s, parts[0])
	if !ok {
		return false
	}
	for _, p := range parts[1 : len(parts)-1] {
		_, after, found := strings.Cut(s, p)
		if !found {
			return false
		}
		s = after
	}
	return strings.HasSuffix(s, parts[len(parts)-1])
}

func (s *Settings) over(row Settings) {
	if row.Format != "" {
		s.Format = row.Format
	}
	if row.Context > 0 {
		s.Context = row.Context
	}
	if row.MaxTokens > 0 {
		s.MaxTokens = row.MaxTokens
	}
	for to, from := range map[**float64]*float64{&s.Temperature: row.Temperature, &s.PriceIn: row.PriceIn, &s.PriceOut: row.PriceOut} {
		if from != nil {
			*to = from
		}
	}
	if row.Suffix != nil {
		s.Suffix = row.Suffix
	}
	if row.Vision != nil {
		s.Vision = row.Vision
	}
	maps.Copy(s.Extra, row.Extra)
}

// Cost is what so many tokens cost, US dollars; 0 where the price is not known.
func (s Settings) Cost(in, out int) float64 {
	var sum float64
	if s.PriceIn != nil {
		sum += float64(in) * *s.PriceIn / 1e6
	}
	if s.PriceOut != nil {
		sum += float64(out) * *s.PriceOut / 1e6
	}
	return sum
}

// Sees reports whether the model can look at pictures.
func (s Settings) Sees() bool { return s.Vision != nil && *s.Vision }

// Known is a [Completer] that knows the settings of its model.
type Known interface {
	// Settings may have to ask the server which model it has.
	Settings(ctx context.Context) (Settings, error)
}

// Settings implements [Known]. A model on this machine costs nothing unless config.toml gives it a price.
func (c *Client) Settings(ctx context.Context) (Settings, error) {
	model, err := c.resolve(ctx)
	if err != nil {
		return Settings{}, err
	}
	return c.settingsOf(model), nil
}

func (c *Client) settingsOf(model string) Settings {
	s := SettingsFor(model, c.cfg.Models)
	if c.Local() {
		s.PriceIn, s.PriceOut = nil, nil
		for _, row := range c.cfg.Models {
			if row.fits(model) && row.PriceIn != nil {
				s.PriceIn = row.PriceIn
			}
			if row.fits(model) && row.PriceOut != nil {
				s.PriceOut = row.PriceOut
			}
		}
	}
	return s
}
