// Package reflex understands common sentences at once, without a model and without a network (a semantic parser with
// lexicons and frames). It is a pure function of the sentence and of what is on the desktop.
//
// # Model
//
//	sentence → words → payloads set aside → tokens with senses → talk set aside → guards → clauses → frames → targets → decision
//
// Words are tagged by the longest match in lexicons (one data file per language; languages mix freely) and in the names
// on the desktop. Each clause is read by frames: a frame takes the tokens that it understands and drafts acts. What no
// frame took and is not mere filling was not understood, and then nothing is done: a wrong edit is far worse than a
// question. See [Parse] for what comes out. A sentence that is not understood is said more simply, as tables of rewordings
// have it, and read again. One that corrects what was done last, "no, fifty", takes that back and does it otherwise.
//
// # What a caller does
//
// [Result.Route] names the one thing to do: nothing, refuse, answer, ask, model or do. On model the acts hold exactly one
// Behaviour act for a language model, and Ask holds what to ask where there is none.
//
// # Limits
//
// A sentence is read in well under a millisecond, one that is said in many other words before it is understood or given
// up in a few. One longer than [MaxSentence] bytes is not read at all. The refusals here are manners, not safety: what
// cells may do is decided by the gate and the jail.
package reflex
