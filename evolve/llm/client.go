package llm

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	openai "github.com/sashabaranov/go-openai"
)

// Client asks one endpoint. It is safe for concurrent use.
type Client struct {
	cfg       Config
	api       *openai.Client
	transport *http.Transport

	mu     sync.Mutex // guards the rest
	model  string     // resolved
	quirks quirks
}

// Open returns a client for the endpoint. Nothing is sent yet.
func Open(cfg Config) (*Client, error) {
	cfg, err := cfg.complete()
	if err != nil {
		return nil, err
	}
	tr := &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           (&net.Dialer{Timeout: cfg.Dial}).DialContext,
		TLSHandshakeTimeout:   5 * time.Second,
		ResponseHeaderTimeout: cfg.First,
		IdleConnTimeout:       90 * time.Second,
		MaxIdleConnsPerHost:   2,
		ForceAttemptHTTP2:     true,
	}
	oc := openai.DefaultConfig(cfg.Key)
	oc.BaseURL = cfg.BaseURL
	oc.EmptyMessagesLimit = 1 << 20
	oc.HTTPClient = strictDoer{tr}
	return &Client{cfg: cfg, api: openai.NewClientWithConfig(oc), transport: tr, model: cfg.Model}, nil
}

// Close drops idle connections.
func (c *Client) Close() error {
	c.transport.CloseIdleConnections()
	return nil
}

// Local reports whether the model runs on this machine, so that nothing leaves it.
func (c *Client) Local() bool { return c.cfg.local() }

// Model returns the model's name; "" while it is not decided.
func (c *Client) Model() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.model
}

// String names the model and where it is, for people.
func (c *Client) String() string {
	m := c.Model()
	if m == "" {
		m = "a model"
	}
	return m + " at " + strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(c.cfg.BaseURL, "https://"), "http://"), "/v1")
}

// Models lists the models of the server, by names that people can read.
func (c *Client) Models(ctx context.Context) ([]string, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, c.cfg.First, &Error{Kind: Stalled, Text: fmt.Sprintf("no whole list of models for %v", c.cfg.First)})
	defer cancel()
	list, err := c.api.ListModels(ctx)
	if err != nil {
		if cause := context.Cause(ctx); cause != nil {
			return nil, fmt.Errorf("llm: list of models: %w", cause)
		}
		return nil, understand(err, &trace{})
	}
	var out []string
	for _, m := range list.Models {
		if len(m.ID) <= maxName && !strings.ContainsFunc(m.ID, func(r rune) bool { return !unicode.IsPrint(r) }) {
			out = append(out, m.ID)
		}
	}
	return out, nil
}

// maxName is the longest name of a model, bytes.
const maxName = 200

// resolve decides which model to ask when none was named.
func (c *Client) resolve(ctx context.Context) (string, error) {
	if m := c.Model(); m != "" {
		return m, nil
	}
	names, err := c.Models(ctx)
	if err != nil {
		return "", err
	}
	m := Choose(names)
	if m == "" {
		return "", &Error{Kind: NoModel, Text: "the server has no chat model"}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.model == "" {
		c.model = m
	}
	return c.model, nil
}

// notChat marks models that do not talk.
var notChat = []string{"embed", "whisper", "tts", "dall-e", "image", "moderation", "rerank", "bge-", "audio", "realtime", "transcribe", "sora", "babbage", "davinci", "instruct-0914"}

// preferred are well-known general models that are quick and write good code, for servers that have dozens.
var preferred = []string{"gpt-4.1-mini", "gpt-5-mini", "gpt-4o-mini", "gpt-4.1", "gpt-4o"}

// Choose returns the model to use when nobody named one: the first that looks made for code, else a well-known one, else
// the first that talks; "" when there is none.
func Choose(names []string) string {
	talks := slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		return slices.ContainsFunc(notChat, func(s string) bool { return strings.Contains(strings.ToLower(name), s) })
	})
	for _, name := range talks {
		for _, s := range []string{"coder", "codestral", "devstral", "codellama", "starcoder", "codegemma", "code"} {
			if strings.Contains(strings.ToLower(name), s) {
				return name
			}
		}
	}
	for _, name := range preferred {
		if slices.Contains(talks, name) {
			return name
		}
	}
	if len(talks) == 0 {
		return ""
	}
	return talks[0]
}

// ErrNone means that no model is configured and none runs on this machine.
var ErrNone = errors.New("llm: no model: set OPENAI_API_KEY (and OPENAI_BASE_URL), or start Ollama, llama.cpp or LM Studio on this machine")

// Ports are where model servers on this machine are looked for: Ollama, llama.cpp, LM Studio.
var Ports = []int{11434, 8080, 1234}

// Discover returns a client for the endpoint of the environment, else for the first model server that answers on this
// machine within 400 ms, else [ErrNone]. Of base everything but BaseURL and Key is used when the environment does not
// say; a base with a BaseURL or Key comes before looking around.
func Discover(ctx context.Context, base Config) (*Client, error) {
	if env, ok := FromEnv(); ok {
		base.BaseURL, base.Key = env.BaseURL, env.Key
		base.Model = firstOf(env.Model, base.Model)
		return Open(base)
	}
	if base.BaseURL != "" || base.Key != "" {
		return Open(base)
	}
	env, _ := FromEnv()
	base.Model = firstOf(env.Model, base.Model)
	ctx, cancel := context.WithTimeout(ctx, 400*time.Millisecond)
	defer cancel()
	found := make([]*Client, len(Ports))
	var wg sync.WaitGroup
	for i, port := range Ports {
		wg.Go(func() {
			cfg := base
			cfg.BaseURL = fmt.Sprintf("http://127.0.0.1:%d/v1", port)
			if c, err := Open(cfg); err == nil {
				if _, err := c.resolveListed(ctx); err == nil {
					found[i] = c
				} else {
					c.Close()
				}
			}
		})
	}
	wg.Wait()
	var first *Client
	for _, c := range found {
		switch {
		case c != nil && first == nil:
			first = c
		case c != nil:
			c.Close()
		}
	}
	if first == nil {
		return nil, ErrNone
	}
	return first, nil
}

// resolveListed asks for the models even when one was named: it proves that a model server is there.
func (c *Client) resolveListed(ctx context.Context) (string, error) {
	names, err := c.Models(ctx)
	if err != nil {
		return "", err
	}
	if len(names) == 0 {
		return "", &Error{Kind: NoModel, Text: "the server lists no models"}
	}
	if c.Model() == "" {
		return c.resolve(ctx)
	}
	return c.Model(), nil
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
