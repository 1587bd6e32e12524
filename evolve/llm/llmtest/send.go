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
	how   Behaviour
	style Style
	usage map[string]any
}

func (s *stream) raw(text string) {
	if s.how == Bytes {
		for i := range len(text) {
			fmt.Fprint(s.w, text[i:i+1])
			s.w.(http.Flusher).Flush()
		}
		return
	}
	fmt.Fprint(s.w, text) // whoever is gone shows in the context
	s.w.(http.Flusher).Flush()
}

func (s *stream) event(data string) {
	switch s.how {
	case NDJSON:
		s.raw(data + "\n")
		return
	case BlankLines:
		s.raw("\n\n\n")
	case Twice:
		s.raw("data: " + data + "\n\n")
	}
	if s.style == LMStudio && data != "[DONE]" {
		s.raw("event: message" + s.eol)
	}
	s.raw("data:" + s.space + data + s.eol + s.eol)
}

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
	var content any = text
	if s.how == Parts && field == "content" {
		content = []any{map[string]any{"type": "text", "text": text}}
	}
	s.json(s.manner(chunk(map[string]any{field: content}, nil)))
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
	case JSONError:
		answer(200, "application/json", `{"error":{"message":"the model crashed","code":500}}`)
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
	w.Header().Set("Content-Type", map[Behaviour]string{WrongType: "text/plain", NDJSON: "application/x-ndjson"}[reply.How])
	if w.Header().Get("Content-Type") == "" {
		w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
	}
	s := &stream{w: w, r: r, delay: reply.Delay, eol: "\n", space: " ", how: reply.How, style: reply.Style, usage: usage}
	if reply.How == CRLF {
		s.eol, s.space = "\r\n", ""
	}
	s.begin()
	if misbehave(s, reply) {
		return
	}
	options, _ := q.Body["stream_options"].(map[string]any)
	s.end(finish(reply.How), options["include_usage"] == true)
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
	case Floods:
		for s.r.Context().Err() == nil {
			s.piece("content", strings.Repeat(reply.Text, 64))
		}
		return true
	case ErrorLine:
		s.text(half)
		s.raw("error: {\"code\":500,\"message\":\"the model crashed\",\"type\":\"server_error\"}\n\n")
		return true
	case ErrorObject:
		s.text(half)
		s.event(`{"object":"error","message":"the model crashed","type":"InternalServerError","param":null,"code":500}`)
		s.event("[DONE]")
		return true
	case DetailFrame:
		s.text(half)
		s.event(`{"detail":"the model crashed"}`)
		return true
	case NamedError:
		s.text(half)
		s.raw("event: error\ndata: {\"error\":{\"message\":\"the model crashed\"},\"message\":\"the model crashed\"}\n\n")
		return true
	case Numbers:
		s.event(`{"id":"x","choices":[{"index":0,"delta":{"content":42}}]}`)
		s.event("[DONE]")
		return true
	case BOM:
		s.raw("\ufeff")
	case BlankLines:
		s.raw("\n\n")
	case RoleOnly:
		s.json(chunk(map[string]any{"role": "assistant"}, nil))
		s.json(chunk(map[string]any{"role": "assistant", "content": nil}, nil))
		s.json(map[string]any{"id": "x", "choices": []any{}})
		s.json(map[string]any{"id": "x"})
	case Thinks:
		s.text("<think>\nI could write ```go\nfunc broken(\n``` but no.\n</think>\n")
	case ThinksOn: // and that is all
		s.text("<think>\nLet me see, " + strings.Repeat("and then again, ", 20))
		return false
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
	out := reply.Out
	if out == 0 {
		out = len(pieces(reply.Text))
	}
	return map[string]any{"prompt_tokens": in, "completion_tokens": out, "total_tokens": in + out}
}

// manner gives a chunk the fields that a kind of server has in each.
func (s *stream) manner(c map[string]any) map[string]any {
	choice := c["choices"].([]any)[0].(map[string]any)
	switch s.style {
	case OpenAI:
		c["system_fingerprint"], c["service_tier"], c["usage"], choice["logprobs"] = "fp_1", "default", nil, nil
	case Ollama:
		choice["delta"].(map[string]any)["role"] = "assistant"
		c["system_fingerprint"] = "fp_ollama"
	case VLLM:
		choice["logprobs"], choice["stop_reason"] = nil, nil
	case OpenRouter:
		c["provider"], choice["native_finish_reason"] = "Somebody", nil
	}
	if s.how == UsageEach || s.how == Floods {
		c["usage"] = s.usage
	}
	return c
}

// begin sends what a kind of server sends before the first token.
func (s *stream) begin() {
	switch s.style {
	case OpenAI, VLLM:
		s.json(s.manner(chunk(map[string]any{"role": "assistant", "content": ""}, nil)))
	case LlamaCpp:
		s.json(chunk(map[string]any{"role": "assistant", "content": nil}, nil))
	case OpenRouter:
		for range 20 {
			s.raw(": OPENROUTER PROCESSING\n\n")
		}
	}
}

// end sends how a kind of server ends an answer that went well.
func (s *stream) end(reason string, wanted bool) {
	last := s.manner(chunk(map[string]any{}, reason))
	switch s.style {
	case Ollama:
		last["choices"].([]any)[0].(map[string]any)["delta"] = map[string]any{"role": "assistant", "content": ""}
	case LlamaCpp:
		last["usage"], last["timings"] = s.usage, map[string]any{"prompt_n": 1, "predicted_n": 2}
		s.json(last)
		return
	case LMStudio:
		s.json(last)
		return
	case OpenRouter:
		last["choices"].([]any)[0].(map[string]any)["native_finish_reason"] = "STOP"
	}
	s.json(last)
	if wanted && s.how != NoUsage {
		usage := maps.Clone(s.usage)
		if s.style == OpenRouter {
			usage["cost"] = 0.00014
		}
		s.json(map[string]any{"id": "x", "object": "chat.completion.chunk", "choices": []any{}, "usage": usage})
	}
}
