// Package llm asks a language model (a strict client for OpenAI-compatible chat endpoints). It streams, and it never
// takes a broken answer for a whole one: a stream that ends early, an error hidden in a frame, a login page with status
// 200 and an answer cut at its length limit are all errors, each an *[Error] that says what to do about it.
//
// [Discover] finds an endpoint: the one of OPENAI_BASE_URL and OPENAI_API_KEY, else a model server on this machine.
// [Client.Complete] asks it. A [Budget] is a hard cap on tokens.
//
// The package knows nothing of cells, prompts or Go. It sends what it is given, to one endpoint, and nothing else.
//
// # Time
//
// The context bounds a whole call. Beyond that a call ends when the server cannot be reached ([Config.Dial]), does not
// begin to answer ([Config.First]) or falls silent between two tokens ([Config.Idle]).
//
// # Parameters
//
// Servers disagree about parameters. One that answers 400 and names a parameter is asked again without it, or with its
// other name; the client remembers that. A call that was refused for load (429) or failed on the server (5xx) before
// any token came is tried once more, while more than 40 % of its time is left.
package llm
