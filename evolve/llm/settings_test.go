package llm

import (
	"strings"
	"testing"
)

func TestSettingsFor(t *testing.T) {
	low, high, none := 0.3, 9.0, ""
	for _, tt := range []struct {
		model  string
		more   []Settings
		format string
		check  func(s Settings) bool
	}{
		{"something-new", nil, "decls", func(s Settings) bool {
			return s.Context == 0 && len(s.Extra) == 0 && !s.Sees() && s.Cost(1e6, 1e6) == 0
		}},
		{"qwen2.5-coder:7b", nil, "whole", func(s Settings) bool { return s.Suffix == nil && len(s.Extra) == 0 }},
		{"qwen2.5-coder:32b", nil, "decls", nil},
		{"Qwen/Qwen3-8B", nil, "whole", func(s Settings) bool {
			return *s.Suffix == "/no_think" && s.Extra["chat_template_kwargs"].(map[string]any)["enable_thinking"] == false
		}},
		{"qwen3-coder:30b-a3b", nil, "decls", func(s Settings) bool { return *s.Suffix == "" && len(s.Extra) == 0 }},
		{"openai/gpt-4o-mini-2024-07-18", nil, "decls", func(s Settings) bool {
			return s.Sees() && s.Context == 128000 && s.Cost(1e6, 0) == 0.15 && s.Cost(0, 1e6) == 0.6
		}},
		{"gpt-5-mini", nil, "decls", func(s Settings) bool { return s.Extra["reasoning_effort"] == "minimal" && s.Cost(0, 1e6) == 2 }},
		{"glm-4.6", nil, "decls", func(s Settings) bool { return s.Extra["thinking"] != nil }},
		{"mine", []Settings{{Match: "*", Format: "search"}, {Match: "mine|yours", Context: 4096, MaxTokens: 900, Temperature: &low, PriceOut: &high}}, "search", func(s Settings) bool {
			return s.Context == 4096 && s.MaxTokens == 900 && *s.Temperature == low && s.Cost(0, 1e6) == 9
		}},
		{"qwen3:8b", []Settings{{Match: "qwen*", Suffix: &none, Extra: map[string]any{"chat_template_kwargs": "", "keep_alive": "1h"}}}, "whole", func(s Settings) bool {
			return *s.Suffix == "" && s.Extra["keep_alive"] == "1h" && len(s.Extra) == 1
		}},
	} {
		s := SettingsFor(tt.model, tt.more)
		if s.Format != tt.format || tt.check != nil && !tt.check(s) {
			t.Errorf("%s: %+v", tt.model, s)
		}
	}
}

func TestSettingsTableIsSound(t *testing.T) {
	for _, row := range known {
		if err := row.Check(); err != nil {
			t.Error(err)
		}
		if strings.ToLower(row.Match) != row.Match {
			t.Errorf("%q: patterns are written in small letters", row.Match)
		}
	}
	minus, hot := -1.0, 3.0
	for _, bad := range []Settings{{}, {Match: "x", Format: "json"}, {Match: "x", Context: 10}, {Match: "x", MaxTokens: 3}, {Match: "x", Temperature: &hot}, {Match: "x", PriceIn: &minus}} {
		if bad.Check() == nil {
			t.Errorf("%+v was accepted", bad)
		}
	}
}

func FuzzGlob(f *testing.F) {
	f.Add("a*b*c", "axxbyyc")
	f.Fuzz(func(t *testing.T, pattern, s string) {
		if len(pattern)+len(s) > 200 {
			return
		}
		if glob(pattern, s) && !strings.Contains(pattern, "*") && pattern != s {
			t.Errorf("%q fits %q", pattern, s)
		}
		if !glob("*", s) || !glob(s+"*", s) || !glob("*"+strings.ReplaceAll(s, "*", ""), strings.ReplaceAll(s, "*", "")) {
			t.Errorf("%q does not fit itself", s)
		}
	})
}
