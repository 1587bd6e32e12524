package llm_test

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"cellshell/evolve/llm"
	. "cellshell/evolve/llm/llmtest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const code = "Here it is.\n```go\nfunc (c *Counter) tap() { c.Taps++ }\n```\n"

// ask starts a server with the replies and asks it once.
func ask(t *testing.T, r llm.Request, cfg llm.Config, replies ...Reply) (llm.Answer, *Server, error) {
	t.Helper()
	s := Start(replies...)
	t.Cleanup(s.Close)
	cfg.BaseURL = s.URL
	if cfg.Idle == 0 {
		cfg.Idle, cfg.First = 300*time.Millisecond, 600*time.Millisecond
	}
	c, err := llm.Open(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	if r.Messages == nil {
		r.Messages = []llm.Message{{Role: "user", Content: "make it count"}}
	}
	a, err := c.Complete(t.Context(), r, nil)
	return a, s, err
}

// TestOnlyWholeAnswersSucceed goes through everything a server can do.
func TestOnlyWholeAnswersSucceed(t *testing.T) {
	fail := func(status int, body string) Reply {
		return Reply{How: Fail, Status: status, Body: body, Always: true}
	}
	for _, tt := range []struct {
		name  string
		reply Reply
		kind  llm.Kind // "" is success
		text  string   // in the error
	}{
		{"well", Reply{}, "", ""},
		{"slow tokens", Reply{Delay: 20 * time.Millisecond}, "", ""},
		{"finish reason but no DONE", Reply{How: NoDone}, "", ""},
		{"DONE but no finish reason", Reply{How: OnlyDone}, "", ""},
		{"500 comments", Reply{How: Comments}, "", ""},
		{"reasoning", Reply{How: Reasoning}, "", ""},
		{"does not stream", Reply{How: JSON}, "", ""},
		{"other line ends", Reply{How: CRLF}, "", ""},
		{"byte order mark", Reply{How: BOM}, "", ""},
		{"one byte at a time", Reply{How: Bytes}, "", ""},
		{"blank lines", Reply{How: BlankLines}, "", ""},
		{"a role, null content, no choices", Reply{How: RoleOnly}, "", ""},
		{"content in parts", Reply{How: Parts}, "", ""},
		{"no usage", Reply{How: NoUsage}, "", ""},
		{"usage in each chunk", Reply{How: UsageEach}, "", ""},
		{"as OpenAI", Reply{Style: OpenAI}, "", ""},
		{"as Ollama", Reply{Style: Ollama, How: Reasoning}, "", ""},
		{"as llama.cpp", Reply{Style: LlamaCpp}, "", ""},
		{"as vLLM", Reply{Style: VLLM, How: Reasoning}, "", ""},
		{"as LM Studio", Reply{Style: LMStudio}, "", ""},
		{"as OpenRouter", Reply{Style: OpenRouter}, "", ""},

		{"llama.cpp cut", Reply{Style: LlamaCpp, How: Cut}, llm.Truncated, "in the middle"},
		{"llama.cpp error line", Reply{Style: LlamaCpp, How: ErrorLine}, llm.Failed, "the model crashed"},
		{"llama.cpp loads", fail(503, `{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}`), llm.Failed, "Loading model"},
		{"vLLM error object", Reply{Style: VLLM, How: ErrorObject}, llm.Failed, "the model crashed"},
		{"vLLM detail", Reply{Style: VLLM, How: DetailFrame}, llm.Failed, "the model crashed"},
		{"vLLM knows no such model", fail(404, `{"object":"error","message":"The model x does not exist.","type":"NotFoundError","code":404}`), llm.NoModel, "does not exist"},
		{"LM Studio error event", Reply{Style: LMStudio, How: NamedError}, llm.Failed, "the model crashed"},
		{"OpenRouter error in a chunk", Reply{Style: OpenRouter, How: ChoiceError}, llm.Failed, "the model crashed"},
		{"OpenRouter stalls after comments", Reply{Style: OpenRouter, How: Mute}, llm.Stalled, "no answer for 600ms"},
		{"OpenAI: context exceeded", fail(400, `{"error":{"message":"This model's maximum context length is 4096 tokens.","code":"context_length_exceeded"}}`), llm.Rejected, "maximum context length"},
		{"413", fail(413, `<html>too large</html>`), llm.Rejected, "413"},
		{"JSON error with status 200", Reply{How: JSONError, Always: true}, llm.Failed, "the model crashed"},
		{"a stream of another type", Reply{How: WrongType}, llm.Garbled, `"text/plain"`},
		{"lines of JSON", Reply{How: NDJSON}, llm.Garbled, "ndjson"},
		{"numbers for text", Reply{How: Numbers}, llm.Garbled, "not as the protocol says"},
		{"a tool call", Reply{How: ToolCall}, llm.Garbled, "empty"},

		{"DONE in the middle of code", Reply{How: OnlyDone, Text: "```go\nfunc"}, llm.Truncated, "without a reason"},
		{"connection cut", Reply{How: Cut}, llm.Truncated, "in the middle"},
		{"end without finish reason", Reply{How: NoFinish}, llm.Truncated, "without a reason"},
		{"length", Reply{How: Length}, llm.Truncated, "cut at 1024 tokens"},
		{"web page", Reply{How: HTML}, llm.Garbled, `"text/html; charset=utf-8"`},
		{"JSON without choices", Reply{How: EmptyJSON}, llm.Garbled, "no answer"},
		{"login redirect", Reply{How: Moved}, llm.Garbled, "/login"},
		{"empty answer", Reply{How: Empty}, llm.Garbled, "empty"},
		{"broken JSON", Reply{How: BrokenJSON}, llm.Garbled, "broken JSON"},
		{"filtered", Reply{How: Filtered}, llm.Withheld, ""},
		{"error frame", Reply{How: ErrorFrame}, llm.Failed, "the model crashed"},
		{"error frame with spaces", Reply{How: SpacedError}, llm.Failed, "the model crashed"},
		{"error frame, only text", Reply{How: StringError}, llm.Failed, "the model crashed"},
		{"error in a chunk", Reply{How: ChoiceError}, llm.Failed, "the model crashed"},
		{"stall", Reply{How: Stall}, llm.Stalled, "no token for 300ms"},
		{"mute", Reply{How: Mute}, llm.Stalled, "no answer for 600ms"},
		{"endless", Reply{How: Endless}, llm.Truncated, "does not keep to"},
		{"floods", Reply{How: Floods}, llm.Truncated, "does not keep to"},
		{"floods, and counts one token", Reply{How: Floods, Out: 1}, llm.Truncated, "does not keep to"},
		{"reset", Reply{How: Reset, Always: true}, llm.Unreachable, ""},
		{"502 page", fail(502, "<html>bad gateway</html>"), llm.Failed, "502 Bad Gateway"},
		{"404 with a string", fail(404, `{"error":"model 'x' not found"}`), llm.NoModel, "model 'x' not found"},
		{"422 of FastAPI", fail(422, `{"detail":[{"loc":["body","n"],"msg":"field required"}]}`), llm.Rejected, "body n field required"},
		{"401", fail(401, `{"error":{"message":"bad key"}}`), llm.Denied, "bad key"},
		{"402", fail(402, `{"error":{"message":"no credit"}}`), llm.Limited, "no credit"},
		{"500 with nothing", fail(500, ``), llm.Failed, "500"},
		{"429", Reply{How: Fail, Status: 429, Always: true, Header: http.Header{"Retry-After": {"60"}}, Body: `{"error":{"message":"slow down"}}`}, llm.Limited, "slow down"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if tt.reply.Text == "" {
				tt.reply.Text = code
			}
			tt.reply.In = cmp.Or(tt.reply.In, 9)
			a, _, err := ask(t, llm.Request{}, llm.Config{}, tt.reply)
			if tt.kind == "" {
				if err != nil || a.Text != code || a.Out == 0 || a.In == 0 {
					t.Fatalf("%+v, %v", a, err)
				}
				return
			}
			e, ok := errors.AsType[*llm.Error](err)
			if !ok || e.Kind != tt.kind || !strings.Contains(e.Text, tt.text) || strings.Contains(e.Error(), "%!") {
				t.Fatalf("got %+v (%v), want %s with %q", e, err, tt.kind, tt.text)
			}
		})
	}
}

func TestASecondTry(t *testing.T) {
	busy := Reply{How: Fail, Status: 503, Body: `{"error":{"message":"loading"}}`}
	a, s, err := ask(t, llm.Request{}, llm.Config{}, busy, Reply{Text: code})
	if err != nil || a.Text != code || len(s.Requests()) != 2 {
		t.Errorf("%+v, %v after %d requests", a, err, len(s.Requests()))
	}
	_, s, err = ask(t, llm.Request{}, llm.Config{}, busy, busy, Reply{Text: code})
	if e, ok := errors.AsType[*llm.Error](err); !ok || e.Text != "loading" || len(s.Requests()) != 2 {
		t.Errorf("%v after %d requests", err, len(s.Requests()))
	}
	long := busy
	long.Status, long.Header = 429, http.Header{"Retry-After": {"60"}}
	_, s, err = ask(t, llm.Request{}, llm.Config{}, long, Reply{Text: code})
	if e, ok := errors.AsType[*llm.Error](err); !ok || e.RetryAfter != time.Minute || e.Hint() != "try again in 1m0s" || len(s.Requests()) != 1 {
		t.Errorf("%v after %d requests", err, len(s.Requests()))
	}
}

func TestParametersAServerRefuses(t *testing.T) {
	for _, param := range []string{"stream_options", "temperature", "stop"} {
		a, s, err := ask(t, llm.Request{Stop: []string{"END"}}, llm.Config{}, Reply{How: RefusesParam, Text: param}, Reply{Text: code})
		if err != nil || a.Text != code {
			t.Errorf("%s: %v", param, err)
			continue
		}
		if q := s.Requests(); q[0].Body[param] == nil || q[1].Body[param] != nil {
			t.Errorf("%s: sent %v, then %v", param, q[0].Body[param], q[1].Body[param])
		}
	}
	_, s, err := ask(t, llm.Request{MaxTokens: 77}, llm.Config{}, Reply{How: RefusesParam, Text: "max_tokens"}, Reply{Text: code})
	if q := s.Requests(); err != nil || q[1].Body["max_completion_tokens"] != 77.0 || q[1].Body["max_tokens"] != nil {
		t.Errorf("%v, %v", err, q)
	}
	_, s, err = ask(t, llm.Request{}, llm.Config{Model: "gpt-5-mini"}, Reply{Text: code})
	if q := s.Requests(); err != nil || q[0].Body["max_completion_tokens"] != 1024.0+4096 || q[0].Body["temperature"] != nil {
		t.Errorf("reasoning model: %v, %v", err, q)
	}
}

func TestWhatIsSent(t *testing.T) {
	cfg := llm.Config{Key: "secret", Extra: map[string]any{"keep_alive": "30m"}}
	_, s, err := ask(t, llm.Request{MaxTokens: 200}, cfg, Reply{Text: code})
	if err != nil {
		t.Fatal(err)
	}
	q := s.Requests()[0]
	if q.Key != "secret" || q.Body["temperature"] != 0.0 || q.Body["max_tokens"] != 200.0 || q.Body["keep_alive"] != "30m" || q.Body["model"] != "scripted-coder" || q.Body["stream"] != true {
		t.Errorf("%+v", q)
	}
}

func TestProgressAndEnough(t *testing.T) {
	s := Start(Reply{Text: code + "Now let me explain at length.", Delay: time.Millisecond})
	defer s.Close()
	c, err := llm.Open(llm.Config{BaseURL: s.URL})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	var seen []llm.Progress
	a, err := c.Complete(t.Context(), llm.Request{Messages: []llm.Message{{Role: "user", Content: "x"}}, Enough: llm.FenceClosed},
		func(p llm.Progress) { seen = append(seen, p) })
	if err != nil || a.Text != code || a.Finish != "enough" || len(seen) < 5 || seen[0].Text != "Here " || seen[1].Tokens != 2 {
		t.Errorf("%+v, %v, %+v", a, err, seen)
	}
}

func TestCancel(t *testing.T) {
	s := Start(Reply{Text: code, How: Stall})
	defer s.Close()
	c, err := llm.Open(llm.Config{BaseURL: s.URL})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	start := time.Now()
	_, err = c.Complete(ctx, llm.Request{Messages: []llm.Message{{Role: "user", Content: "x"}}}, nil)
	if !errors.Is(err, context.Canceled) || time.Since(start) > time.Second {
		t.Errorf("%v after %v", err, time.Since(start))
	}
	for end := time.Now().Add(2 * time.Second); s.Gone() == 0; {
		if time.Now().After(end) {
			t.Fatal("the server never learnt that nobody listens")
		}
		time.Sleep(time.Millisecond)
	}
}

func TestBudgetIsHard(t *testing.T) {
	day := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	b := llm.NewBudget(500, func() time.Time { return day })
	cfg := llm.Config{Budget: b}
	_, _, err := ask(t, llm.Request{MaxTokens: 300}, cfg, Reply{Text: code, In: 250})
	if err != nil || b.Used() < 250 || b.Used() > 300 {
		t.Fatalf("%v, used %d", err, b.Used())
	}
	_, s, err := ask(t, llm.Request{MaxTokens: 300}, cfg, Reply{Text: code})
	if e, ok := errors.AsType[*llm.Error](err); !ok || e.Kind != llm.OverBudget || len(s.Requests()) != 0 {
		t.Errorf("%v", err)
	}
	day = day.AddDate(0, 0, 1)
	if _, _, err = ask(t, llm.Request{MaxTokens: 300}, cfg, Reply{Text: code}); err != nil {
		t.Errorf("the next day: %v", err)
	}
}

func TestTruncatedContextIsNoticed(t *testing.T) {
	long := []llm.Message{{Role: "user", Content: strings.Repeat("word ", 2000)}}
	_, _, err := ask(t, llm.Request{Messages: long}, llm.Config{}, Reply{Text: code, In: 600})
	e, ok := errors.AsType[*llm.Error](err)
	if !ok || e.Kind != llm.Overlooked || !strings.Contains(e.Text, "read only 600 of about") || !strings.Contains(e.Hint(), "OLLAMA_CONTEXT_LENGTH") {
		t.Errorf("%v", err)
	}
	if _, _, err := ask(t, llm.Request{Messages: long}, llm.Config{Models: []llm.Settings{{Match: "*", Context: 8192}}}, Reply{Text: code, In: 600}); err != nil {
		t.Errorf("who says that it reads more is believed: %v", err)
	}
}

func TestDiscover(t *testing.T) {
	t.Setenv("OPENAI_BASE_URL", "")
	t.Setenv("OPENAI_API_KEY", "")
	t.Setenv("CELLSHELL_MODEL", "")
	old := llm.Ports
	defer func() { llm.Ports = old }()
	web := Start()
	web.SetModels() // answers, but is no model server
	defer web.Close()
	s := Start(Reply{Text: code})
	defer s.Close()
	s.SetModels("nomic-embed-text", "llama3.2:3b", "qwen2.5-coder:7b")
	llm.Ports = []int{1, port(t, web), port(t, s)}
	c, err := llm.Discover(t.Context(), llm.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if c.Model() != "qwen2.5-coder:7b" || !c.Local() || !strings.HasPrefix(c.String(), "qwen2.5-coder:7b at 127.0.0.1:") {
		t.Errorf("found %v", c)
	}
	llm.Ports = []int{1}
	if _, err := llm.Discover(t.Context(), llm.Config{}); !errors.Is(err, llm.ErrNone) {
		t.Errorf("found something: %v", err)
	}
	t.Setenv("OPENAI_BASE_URL", s.URL)
	t.Setenv("CELLSHELL_MODEL", "named")
	c2, err := llm.Discover(t.Context(), llm.Config{Model: "configured", BaseURL: "http://127.0.0.1:1"})
	if err != nil || c2.Model() != "named" {
		t.Fatalf("%v, %v", c2, err)
	}
	defer c2.Close()
	if a, err := c2.Complete(t.Context(), llm.Request{Messages: []llm.Message{{Role: "user", Content: "x"}}}, nil); err != nil || a.Model != "named" {
		t.Errorf("%+v, %v", a, err)
	}
}

func port(t *testing.T, s *Server) int {
	t.Helper()
	p := 0
	for _, d := range strings.TrimSuffix(s.URL[strings.LastIndexByte(s.URL, ':')+1:], "/v1") {
		p = p*10 + int(d-'0')
	}
	return p
}

func TestOpenRefusesNonsense(t *testing.T) {
	for _, u := range []string{"not an address", "ftp://x", "http://", "http://user:pass@host/v1"} {
		if _, err := llm.Open(llm.Config{BaseURL: u}); err == nil {
			t.Errorf("%q was accepted", u)
		}
	}
	for _, u := range []string{"http://127.0.0.1:11434", "http://127.0.0.1:11434/v1/", " http://127.0.0.1:11434/v1/chat/completions"} {
		c, err := llm.Open(llm.Config{BaseURL: u, Model: "m"})
		if err != nil || c.String() != "m at 127.0.0.1:11434" {
			t.Errorf("%q: %v, %v", u, c, err)
		}
	}
}

func TestChoose(t *testing.T) {
	for _, tt := range [][]string{
		{"a", "whisper-1", "a", "b"},
		{"codestral", "text-embedding-code", "mistral", "codestral"},
		{"gpt-4o-mini", "gpt-3.5-turbo", "gpt-4o", "gpt-4o-mini"},
		{"", "bge-m3"},
		{""},
	} {
		if got := llm.Choose(tt[1:]); got != tt[0] {
			t.Errorf("Choose(%q) = %q, want %q", tt[1:], got, tt[0])
		}
	}
}

// TestWatchStopsTheCall: the caller objects in the middle of an answer; the server is left at once, and what came is kept.
func TestWatchStopsTheCall(t *testing.T) {
	bad := errors.New("not that")
	long := code + strings.Repeat("more and more ", 2000)
	a, s, err := ask(t, llm.Request{MaxTokens: 8000, Watch: func(text string) error {
		if strings.Contains(text, "Taps") {
			return bad
		}
		return nil
	}}, llm.Config{}, Reply{Text: long, Delay: time.Millisecond})
	e, ok := errors.AsType[*llm.Error](err)
	if !ok || e.Kind != llm.Stopped || !errors.Is(err, bad) || len(e.Partial) > len(code) || !strings.Contains(e.Partial, "Taps") || e.Out == 0 || a.Text != "" {
		t.Fatalf("%+v, %v", a, err)
	}
	for end := time.Now().Add(2 * time.Second); s.Gone() == 0 && time.Now().Before(end); time.Sleep(time.Millisecond) {
	}
	if s.Gone() != 1 || len(s.Requests()) != 1 {
		t.Errorf("the server was left %d times in %d requests", s.Gone(), len(s.Requests()))
	}
}

// TestCapsHoldWhileItStreams lets an answer go on after its call's cap, and after the day's: it is stopped there, and what
// it used counts.
func TestCapsHoldWhileItStreams(t *testing.T) {
	for what, tt := range map[string]struct {
		cap int
		day int
	}{"left for this sentence": {200, 0}, "today's 1100 tokens": {0, 1100}} {
		cfg := llm.Config{Budget: llm.NewBudget(100_000, nil)}
		if tt.day > 0 {
			cfg.Budget = llm.NewBudget(tt.day, nil)
		}
		_, s, err := ask(t, llm.Request{MaxTokens: 1000, Cap: tt.cap}, cfg, Reply{Text: "more and more of it ", How: Endless})
		e, ok := errors.AsType[*llm.Error](err)
		if !ok || e.Kind != llm.OverBudget || !strings.Contains(e.Text, what) || e.Out > 1200 || cfg.Budget.Used() < e.Out {
			t.Errorf("%s: %+v, %d used", what, err, cfg.Budget.Used())
		}
		for end := time.Now().Add(2 * time.Second); s.Gone() == 0 && time.Now().Before(end); time.Sleep(time.Millisecond) {
		}
		if s.Gone() != 1 {
			t.Errorf("%s: the server was not left", what)
		}
	}
}

// TestCostIsTold asks a model whose price is known: progress and answer carry the cost so far.
func TestCostIsTold(t *testing.T) {
	in, out := 1e6, 2e6 // dollars for a million: 1 and 2 a token
	s := Start(Reply{Text: code, In: 100})
	defer s.Close()
	c, err := llm.Open(llm.Config{BaseURL: s.URL, Models: []llm.Settings{{Match: "scripted*", PriceIn: &in, PriceOut: &out}}})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	var last llm.Progress
	a, err := c.Complete(t.Context(), llm.Request{Messages: []llm.Message{{Role: "user", Content: "x"}}}, func(p llm.Progress) {
		if p.Cost < last.Cost || p.Took < last.Took || p.Model != "scripted-coder" {
			t.Errorf("%+v after %+v", p, last)
		}
		last = p
	})
	if err != nil || a.Cost != 100+2*float64(a.Out) || last.Cost == 0 || last.Took == 0 {
		t.Errorf("%+v, %v, %+v", a, err, last)
	}
}
