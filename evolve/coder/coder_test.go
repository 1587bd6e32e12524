package coder_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"cellshell/evolve"
	"cellshell/evolve/coder"
	"cellshell/evolve/llm"
	"cellshell/evolve/llm/llmtest"
	"cellshell/membrane/ui"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

var _ evolve.Writer = (*coder.Coder)(nil)

const source = "package main\n\nimport \"cellshell/membrane/cell\"\n\ntype Hi struct{}\n\nfunc (h *Hi) View(x *cell.Context) cell.Node { return cell.Text(\"hi\") }\n\nfunc main() { cell.Run(&Hi{}) }\n"

const answer = "```go\nfunc (h *Hi) View(x *cell.Context) cell.Node { return cell.Text(\"hello\") }\n```\n"

func start(t *testing.T, most int, replies ...llmtest.Reply) (*coder.Coder, *llmtest.Server) {
	t.Helper()
	s := llmtest.Start(replies...)
	t.Cleanup(s.Close)
	c, err := llm.Open(llm.Config{BaseURL: s.URL, Idle: 300 * time.Millisecond, First: time.Second})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return coder.New(coder.Options{Model: c, MaxTokens: most}), s
}

func change() evolve.WriteRequest {
	return evolve.WriteRequest{
		Sentence: "say hello", Title: "Hi", Source: []byte(source), Accent: "blue",
		Node: &ui.Node{Kind: ui.KindText, Text: "hi", Source: "main.go:7:55"},
	}
}

func TestAWishAndItsRepairs(t *testing.T) {
	c, s := start(t, 0, llmtest.Reply{Text: "```go\nfunc broken(\n```\n"}, llmtest.Reply{Text: answer}, llmtest.Reply{Text: answer})
	r := change()
	tokens := 0
	w, err := c.Write(t.Context(), r, func(p evolve.Progress) { tokens = p.Tokens })
	if err != nil || !strings.Contains(w.Text, "broken") || w.In < 1000 || w.Out == 0 || tokens == 0 {
		t.Fatalf("%+v, %v", w, err)
	}
	r.Try, r.Answer, r.Problem = 1, w.Text, "main.go:1:13: expected ')'"
	if w, err = c.Write(t.Context(), r, nil); err != nil || w.Text != answer {
		t.Fatalf("%+v, %v", w, err)
	}
	r = evolve.WriteRequest{Sentence: "a stopwatch", New: true}
	if _, err = c.Write(t.Context(), r, nil); err != nil {
		t.Fatal(err)
	}
	q := s.Requests()
	if m := q[0].Messages; m[0].Role != "system" || !strings.Contains(q[0].Last(), "Wish: say hello") || !strings.Contains(q[0].Last(), `the text "hi", made at main.go:7:55`) {
		t.Errorf("first: %s", q[0].Last())
	}
	if m := q[1].Messages; m[len(m)-2].Content != "```go\nfunc broken(\n```\n" || !strings.Contains(q[1].Last(), "expected ')'") || q[1].Body["temperature"] != 0.2 {
		t.Errorf("repair: %s", q[1].Last())
	}
	if !strings.Contains(q[2].Last(), "Write a new cell") || q[2].Body["max_tokens"] != 4096.0 {
		t.Errorf("new: %s", q[2].Last())
	}
}

func TestBrokenAnswersAreTries(t *testing.T) {
	for how, unusable := range map[llmtest.Behaviour]bool{
		llmtest.NoFinish: true, llmtest.Cut: true, llmtest.Length: true, llmtest.ErrorFrame: true, llmtest.SpacedError: true,
		llmtest.Stall: true, llmtest.Empty: true, llmtest.BrokenJSON: true,
		llmtest.HTML: false, llmtest.Mute: false, llmtest.Moved: false, llmtest.EmptyJSON: false,
	} {
		c, _ := start(t, 0, llmtest.Reply{Text: answer, How: how})
		_, err := c.Write(t.Context(), change(), nil)
		u, ok := errors.AsType[*evolve.Unusable](err)
		if err == nil || ok != unusable || ok && u.Why == "" {
			t.Errorf("%s: %T %v, want a failed try: %v", how, err, err, unusable)
		}
	}
	c, _ := start(t, 0, llmtest.Reply{How: llmtest.Fail, Status: 401, Body: `{"error":{"message":"bad key"}}`})
	if _, err := c.Write(t.Context(), change(), nil); err == nil || !strings.Contains(err.Error(), "check OPENAI_API_KEY") {
		t.Errorf("401: %v", err)
	}
}

func TestOneSentenceHasACap(t *testing.T) {
	c, s := start(t, 5000, llmtest.Reply{Text: answer, Always: true})
	r := change()
	for r.Try = range 3 {
		w, err := c.Write(t.Context(), r, nil)
		r.Spent += w.In + w.Out
		if err != nil {
			if r.Try == 0 || !strings.Contains(err.Error(), "the 5000 tokens") {
				t.Errorf("try %d: %v", r.Try, err)
			}
			break
		}
		r.Answer = answer
	}
	if n := len(s.Requests()); n != 1 {
		t.Errorf("%d requests were sent", n)
	}
	r.Try, r.Spent = 0, 0
	if _, err := c.Write(t.Context(), r, nil); err != nil {
		t.Errorf("the next sentence: %v", err)
	}
}

func TestProseAfterTheCodeIsNotWaitedFor(t *testing.T) {
	c, s := start(t, 0, llmtest.Reply{Text: answer + strings.Repeat("and now a long explanation ", 200), Delay: time.Millisecond})
	w, err := c.Write(t.Context(), change(), nil)
	if err != nil || len(w.Text) > len(answer)+200 {
		t.Errorf("%d bytes, %v", len(w.Text), err)
	}
	for end := time.Now().Add(2 * time.Second); s.Gone() == 0 && time.Now().Before(end); time.Sleep(time.Millisecond) {
	}
	if s.Gone() != 1 {
		t.Error("the server was not told")
	}
}

func TestARecordingNeedsNoServer(t *testing.T) {
	dir := t.TempDir()
	s := llmtest.Start(llmtest.Reply{Text: answer}, llmtest.Reply{Text: answer, How: llmtest.NoFinish})
	defer s.Close()
	client, err := llm.Open(llm.Config{BaseURL: s.URL, Key: "secret"})
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	live := coder.New(coder.Options{Model: &llm.Recorder{Next: client, Dir: dir}})
	other := change()
	other.Sentence = "say good night"
	want, err := live.Write(t.Context(), change(), nil)
	if err != nil {
		t.Fatal(err)
	}
	_, broken := live.Write(t.Context(), other, nil)

	replayer, err := llm.Replay(dir)
	if err != nil {
		t.Fatal(err)
	}
	again := coder.New(coder.Options{Model: replayer})
	for range 2 {
		if got, err := again.Write(t.Context(), change(), nil); err != nil || got != want {
			t.Errorf("replayed %+v, %v", got, err)
		}
	}
	if _, err := again.Write(t.Context(), other, nil); err == nil || err.Error() != broken.Error() {
		t.Errorf("replayed %v, want %v", err, broken)
	}
	other.Sentence = "never said"
	if _, err := again.Write(t.Context(), other, nil); err == nil || !strings.Contains(err.Error(), "has no answer") {
		t.Errorf("got %v", err)
	}
	if _, err := llm.Replay(t.TempDir()); err == nil {
		t.Error("an empty folder was taken for a recording")
	}
}

// TestWhyThereIsNoAnswer tells apart what a person has to know: whether anything was sent, and who ended it.
func TestWhyThereIsNoAnswer(t *testing.T) {
	unasked := func(err error, want string) {
		t.Helper()
		if n, ok := errors.AsType[*evolve.NotAsked](err); !ok || !strings.Contains(n.Why, want) {
			t.Errorf("%T %v, want that nobody was asked: %q", err, err, want)
		}
	}
	c, s := start(t, 500, llmtest.Reply{Text: answer, Always: true})
	_, err := c.Write(t.Context(), change(), nil)
	unasked(err, "more than the 500 tokens that one sentence may use; raise max_tokens in config.toml")
	for limit, want := range map[int]string{
		100:  "more than the 100 of a whole day; raise day_tokens in config.toml",
		6000: "are used; raise day_tokens in config.toml, or wait until tomorrow",
	} {
		model, err := llm.Open(llm.Config{BaseURL: s.URL, Budget: llm.NewBudget(limit, nil)})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { model.Close() })
		c = coder.New(coder.Options{Model: model})
		for err == nil && len(s.Requests()) < 9 {
			_, err = c.Write(t.Context(), change(), nil)
		}
		unasked(err, want)
	}
	_, err = coder.New(coder.Options{Model: &llm.Recorder{Dir: "/dev/null/x"}}).Write(t.Context(), change(), nil)
	unasked(err, "it could not be recorded: ")
	c, _ = start(t, 5000, llmtest.Reply{Text: answer, How: llmtest.UsageEach, In: 6000, Always: true})
	_, err = c.Write(t.Context(), change(), nil)
	if u, ok := errors.AsType[*evolve.Unusable](err); !ok || !u.Final || !strings.HasPrefix(u.Error(), "the model was stopped: the 5000 tokens left") || !strings.HasSuffix(u.Why, llm.WayOfCap) {
		t.Errorf("%T %v", err, err)
	}
}

// TestThinkingCountsForTheSentence asks a model that thinks first for no more than the sentence may use.
func TestThinkingCountsForTheSentence(t *testing.T) {
	s := llmtest.Start(llmtest.Reply{Text: answer, Always: true})
	t.Cleanup(s.Close)
	model, err := llm.Open(llm.Config{BaseURL: s.URL, Model: "o9-mini"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { model.Close() })
	if _, err := coder.New(coder.Options{Model: model, MaxTokens: 5000}).Write(t.Context(), change(), nil); err != nil {
		t.Fatal(err)
	}
	if most, ok := s.Requests()[0].Body["max_completion_tokens"].(float64); !ok || most < 800 || most > 2600 {
		t.Errorf("it may answer with %v tokens", s.Requests()[0].Body["max_completion_tokens"])
	}
}
