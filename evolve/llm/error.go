package llm

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"
	"unicode"

	openai "github.com/sashabaranov/go-openai"
)

// Kind says what went wrong with a call.
type Kind string

// The kinds of error.
const (
	Unreachable Kind = "unreachable" // no connection, or it broke before an answer
	Denied      Kind = "denied"      // the key is missing, wrong or not allowed this
	NoModel     Kind = "no model"    // the server does not have the model
	Limited     Kind = "limited"     // too many requests or no credit; see RetryAfter
	Failed      Kind = "failed"      // the server says it failed
	Rejected    Kind = "rejected"    // the server does not accept the request
	Truncated   Kind = "truncated"   // the answer ended early
	Stalled     Kind = "stalled"     // silence for too long
	Garbled     Kind = "garbled"     // not what the protocol says: a web page, broken JSON, an empty answer
	Withheld    Kind = "withheld"    // a content filter held the answer back
	Stopped     Kind = "stopped"     // by the caller's Watch, in the middle of the answer
	Overlooked  Kind = "overlooked"  // the server read only a part of the request: its context is too small
	OverBudget  Kind = "over budget" // a cap on tokens is reached
	Unrecorded  Kind = "unrecorded"  // the call cannot be written down, or what is to be replayed was not
)

// Error is why a call gave no answer.
type Error struct {
	Kind       Kind
	Status     int           // of HTTP, 0 when there was none
	Text       string        // what the server said, or what was seen
	Partial    string        // the part of the answer that came, if any
	In, Out    int           // tokens used all the same
	Cost       float64       // of them, US dollars; 0 where the price is not known
	RetryAfter time.Duration // what the server asks for; 0: nothing
	Way        string        // what a person can do about it, where Kind says too little
	Err        error         // below it, may be nil
}

func (e *Error) Error() string {
	s := "llm: " + string(e.Kind)
	if e.Status != 0 {
		s += fmt.Sprintf(" (status %d)", e.Status)
	}
	if e.Text != "" {
		s += ": " + e.Text
	}
	return s
}

func (e *Error) Unwrap() error { return e.Err }

// Hint says what a person can do about it; "" when there is nothing but to try again.
func (e *Error) Hint() string {
	if e.Way != "" {
		return e.Way
	}
	switch e.Kind {
	case Unreachable:
		return "is the model server running, and is OPENAI_BASE_URL right?"
	case Denied:
		return "check OPENAI_API_KEY"
	case NoModel:
		return "set CELLSHELL_MODEL to a model that the server has"
	case Rejected:
		if tooLong.MatchString(e.Text) {
			return "say how much the model reads: context under [[models]] in config.toml"
		}
	case Limited:
		if e.Status == 402 {
			return "add credit there, or use a model on this machine"
		}
		if e.RetryAfter > 0 {
			return fmt.Sprintf("try again in %v", e.RetryAfter.Round(time.Second))
		}
		return "try again later, or use a model on this machine"
	case Overlooked:
		return "give it more context: for Ollama OLLAMA_CONTEXT_LENGTH=8192, for llama.cpp -c 8192, for LM Studio the context length of the model"
	case OverBudget:
		return "raise day_tokens in config.toml, or wait until tomorrow"
	case Garbled:
		return "OPENAI_BASE_URL should end in /v1 and lead to an OpenAI-compatible server"
	}
	return ""
}

// tooLong is how servers say that a request is longer than what the model reads.
var tooLong = regexp.MustCompile(`(?i)context (?:length|window|size)|maximum context|prompt is too long|too many tokens`)

// Unsent reports whether nothing was sent, so that nothing was paid.
func (e *Error) Unsent() bool {
	return (e.Kind == OverBudget || e.Kind == Unrecorded) && e.In+e.Out == 0 && e.Partial == ""
}

// again reports whether the same call may succeed a moment later.
func (e *Error) again() bool {
	return e.Partial == "" && (e.Kind == Limited && e.Status != 402 || e.Kind == Failed || e.Kind == Unreachable)
}

// understand makes an *Error of whatever go-openai and the network return.
func understand(err error, t *trace) *Error {
	if e, ok := errors.AsType[*Error](err); ok {
		return e
	}
	e := &Error{Kind: Unreachable, Err: err, Text: err.Error(), RetryAfter: t.retryAfter}
	// Both types match some errors; the request error is the one that still has the body.
	if re, ok := errors.AsType[*openai.RequestError](err); ok {
		e.Status, e.Text = re.HTTPStatusCode, bodyText(re.Body, re.HTTPStatus)
		e.Kind = kindOf(e.Status)
		return e
	}
	if ae, ok := errors.AsType[*openai.APIError](err); ok {
		e.Status, e.Text, e.Kind = ae.HTTPStatusCode, short(ae.Message), kindOf(ae.HTTPStatusCode)
		if code, ok := ae.Code.(string); ok && code == "model_not_found" {
			e.Kind = NoModel
		}
		if code, ok := ae.Code.(float64); ok && e.Status == 0 { // an error frame inside a stream
			e.Kind = kindOf(int(code))
		}
		if e.Text == "" {
			e.Text = "the server gave no reason"
		}
		return e
	}
	if errors.Is(err, io.EOF) && !t.began.Load() {
		e.Text = "the server closed the connection without an answer"
	}
	var syntax *json.SyntaxError
	if _, is := errors.AsType[*json.UnmarshalTypeError](err); is {
		e.Kind, e.Text = Garbled, "a frame of the stream is not as the protocol says: "+short(err.Error())
	}
	if errors.As(err, &syntax) || errors.Is(err, io.ErrUnexpectedEOF) && t.began.Load() {
		e.Kind, e.Text = Garbled, "broken JSON in the stream: "+short(err.Error())
		if errors.Is(err, io.ErrUnexpectedEOF) {
			e.Kind, e.Text = Truncated, "the connection ended in the middle of the answer"
		}
	}
	return e
}

func kindOf(status int) Kind {
	switch {
	case status == 401 || status == 403:
		return Denied
	case status == 404:
		return NoModel
	case status == 402 || status == 429:
		return Limited
	case status >= 400 && status < 500:
		return Rejected
	}
	return Failed
}

// bodyText finds the sentence in the body of an error answer, whichever shape it has.
func bodyText(body []byte, status string) string {
	var v struct {
		Error   json.RawMessage `json:"error"`
		Detail  json.RawMessage `json:"detail"`
		Message string          `json:"message"`
	}
	if json.Unmarshal(body, &v) == nil {
		for _, raw := range []json.RawMessage{v.Error, v.Detail} {
			var s string
			var o struct{ Message, Msg string }
			var l []struct {
				Loc []any
				Msg string
			}
			switch {
			case json.Unmarshal(raw, &s) == nil && s != "":
				return short(s)
			case json.Unmarshal(raw, &o) == nil && o.Message+o.Msg != "":
				return short(o.Message + o.Msg)
			case json.Unmarshal(raw, &l) == nil && len(l) > 0 && l[0].Msg != "":
				return short(strings.TrimSpace(fmt.Sprintln(append(l[0].Loc, l[0].Msg)...)))
			}
		}
		if v.Message != "" {
			return short(v.Message)
		}
	}
	text := string(body)
	if strings.Contains(strings.ToLower(text), "<html") || strings.TrimSpace(text) == "" {
		return status
	}
	return short(text)
}

// short makes foreign text fit for one line of ours.
func short(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	if len(s) > 300 {
		s = strings.ToValidUTF8(s[:300], "") + "…"
	}
	return s
}
