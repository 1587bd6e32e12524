package llmtest

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"strings"
	"time"
)

// stream writes events and stops when the client is gone.
type stream struct {
	w     http.ResponseWriter
	r     *http.Request
	delay time.Duration
	eol   string
	space string
}

func (s *stream) raw(text string) {
	fmt.Fprint(s.w, text) // whoever is gone shows in the context
	s.w.(http.Flusher).Flush()
}

func (s *stream) event(data string) { s.raw("data:" + s.space + data + s.eol + s.eol) }

func (s *stream) json(v any) {
	b, _ := json.Marshal(v)
	s.event(string(b))
}

// piece sends one token; false when nobody listens any more.
func (s *stream) piece(field, text string) bool {
	if s.delay > 0 {
		select {
		case <-s.r.Context().Done():
			return false
		case <-time.After(s.delay):
		}
	}
	s.json(chunk(map[string]any{field: text}, nil))
	return s.r.Context().Err() == nil
}

func (s *stream) text(text string) {
	for _, p := range pieces(text) {
		if !s.piece("content", p) {
			return
		}
	}
}

// silence waits for the client to go.
func (s *stream) silence() { <-s.r.Context().Done() }

func chunk(delta map[string]any, finish any) map[string]any {
	return map[string]any{
		"id": "x", "object": "chat.completion.chunk", "model": "scripted-coder",
		"choices": []any{map[string]any{"index": 0, "delta": delta, "finish_reason": finish}},
	}
}

// pieces cuts text about where a tokenizer would.
func pieces(text string) []string {
	var out []string
	for _, line := range strings.SplitAfter(text, "\n") {
		for _, word := range strings.SplitAfter(line, " ") {
			if word != "" {
				out = append(out, word)
			}
		}
	}
	return out
}

func send(w http.ResponseWriter, r *http.Request, q Request, reply Reply) {
	maps.Copy(w.Header(), reply.Header)
	answer := func(status int, media, body string) {
		w.Header().Set("Content-Type", media)
		w.WriteHeader(status)
		fmt.Fprint(w, body)
	}
	usage := usageOf(q, reply)
	switch reply.How {
	case Fail:
		media := "application/json"
		if strings.HasPrefix(strings.TrimSpace(reply.Body), "<") {
			media = "text/html"
		}
		answer(reply.Status, media, reply.Body)
		return
	case HTML:
		answer(200, "text/html; charset=utf-8", "<html><body>Please log in</body></html>\n")
		return
	case JSON:
		b, _ := json.Marshal(map[string]any{"id": "x", "usage": usage, "choices": []any{map[string]any{
			"index": 0, "finish_reason": "stop", "message": map[string]any{"role": "assistant", "content": reply.Text},
		}}})
		answer(200, "application/json", string(b))
		return
	case EmptyJSON:
		answer(200, "application/json", `{"id":"x","choices":[]}`)
		return
	case RefusesParam:
		if q.Body[reply.Text] != nil {
			answer(400, "application/json", fmt.Sprintf(`{"error":{"message":"Unsupported parameter: '%s'","type":"invalid_request_error"}}`, reply.Text))
			return
		}
		answer(500, "application/json", `{"error":{"message":"llmtest: the parameter was not sent"}}`)
		return
	case Moved:
		http.Redirect(w, r, "/login", http.StatusFound)
		return
	case Reset:
		panic(http.ErrAbortHandler)
	}
	w.Header().Set("Content-Type", "text/event-stream")
	s := &stream{w: w, r: r, delay: reply.Delay, eol: "\n", space: " "}
	if reply.How == CRLF {
		s.eol, s.space = "\r\n", ""
	}
	if misbehave(s, reply) {
		return
	}
	s.json(chunk(map[string]any{}, finish(reply.How)))
	s.json(map[string]any{"id": "x", "choices": []any{}, "usage": usage})
	if reply.How != NoDone {
		s.event("[DONE]")
	}
}

// misbehave sends the text, with whatever is wrong with it, and reports whether that was all.
func misbehave(s *stream, reply Reply) bool {
	half := reply.Text[:len(reply.Text)/2]
	switch reply.How {
	case Cut:
		s.text(half)
		s.raw(`data: {"id":"x","choices":[{"index":0,"delta":{"con`)
		panic(http.ErrAbortHandler)
	case NoFinish:
		s.text(half)
		return true
	case OnlyDone:
		s.text(reply.Text)
		s.event("[DONE]")
		return true
	case ErrorFrame:
		s.text(half)
		s.event(`{"error":{"message":"the model crashed","type":"server_error","code":500}}`)
		return true
	case SpacedError:
		s.text(half)
		s.event(`{ "error" : {"message":"the model crashed","code":500}}`)
		s.event("[DONE]")
		return true
	case StringError:
		s.text(half)
		s.event(`{"error":"the model crashed"}`)
		return true
	case ChoiceError:
		s.text(half)
		s.event(`{"id":"x","error":{"code":502,"message":"the model crashed"},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]}`)
		s.event("[DONE]")
		return true
	case BrokenJSON:
		s.text(half)
		s.event(`{"id":"x","choices":[{"ind`)
		s.text("more")
		s.event("[DONE]")
		return true
	case Stall:
		s.text(half)
		s.silence()
		return true
	case Mute:
		s.raw("")
		s.silence()
		return true
	case Endless:
		for s.r.Context().Err() == nil {
			s.text(reply.Text)
		}
		return true
	case Comments:
		for range 500 {
			s.raw(": PROCESSING\n\n")
		}
	case Reasoning:
		s.piece("reasoning", "let me think")
		s.piece("reasoning_content", " about that")
	case Empty:
		return false
	case ToolCall:
		s.json(chunk(map[string]any{"role": "assistant", "content": nil, "tool_calls": []any{map[string]any{
			"index": 0, "id": "call_1", "type": "function", "function": map[string]any{"name": "shell", "arguments": reply.Text},
		}}}, nil))
		s.json(chunk(map[string]any{}, "tool_calls"))
		s.event("[DONE]")
		return true
	}
	s.text(reply.Text)
	return false
}

func finish(how Behaviour) string {
	switch how {
	case Length:
		return "length"
	case Filtered:
		return "content_filter"
	}
	return "stop"
}

func usageOf(q Request, reply Reply) map[string]any {
	in := reply.In
	if in == 0 {
		for _, m := range q.Messages {
			in += len(m.Content)/4 + 4
		}
	}
	out := len(pieces(reply.Text))
	return map[string]any{"prompt_tokens": in, "completion_tokens": out, "total_tokens": in + out}
}
