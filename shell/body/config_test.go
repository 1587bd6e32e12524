package body

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestConfigDefaultIsWrittenAndRead(t *testing.T) {
	for _, env := range []string{"OPENAI_BASE_URL", "OPENAI_API_KEY", "CELLSHELL_MODEL"} {
		t.Setenv(env, "")
	}
	dir := t.TempDir()
	first, err := LoadConfig(dir)
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "config.toml"))
	if err != nil || !strings.Contains(string(text), "max_tokens") {
		t.Fatalf("no commented default: %v %q", err, text)
	}
	second, err := LoadConfig(dir)
	if err != nil || !reflect.DeepEqual(first, second) {
		t.Errorf("the written default reads as %+v, %v; want %+v", second, err, first)
	}
	if !second.Model.Discover || second.Model.MaxTokens != 20000 || !second.Evolve.Native || second.Evolve.Unjailed || second.Look.Motion != MotionFull {
		t.Errorf("defaults: %+v", second)
	}
}

func TestConfigRefusesSlips(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "config.toml")
	for _, text := range []string{"[model]\nanswer = \"soon\"", "[model]\nnmae = \"x\"", "[model", "[look]\nmotion = \"none\"", "[evolve]\nnative = 3"} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := LoadConfig(dir); err == nil || !strings.Contains(err.Error(), "config.toml") {
			t.Errorf("%q gave %v", text, err)
		}
	}
}

func TestEnvironmentWins(t *testing.T) {
	t.Setenv("OPENAI_BASE_URL", "http://127.0.0.1:1/v1")
	t.Setenv("CELLSHELL_MODEL", "")
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "config.toml"), []byte("[model]\nbase_url = \"http://127.0.0.1:2\"\nname = \"mine\"\nanswer = \"90s\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := LoadConfig(dir)
	if err != nil || c.Model.BaseURL != "http://127.0.0.1:1/v1" || c.Model.Name != "mine" || c.Model.Answer != 90*time.Second {
		t.Errorf("%+v %v", c.Model, err)
	}
}
