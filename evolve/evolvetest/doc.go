// Package evolvetest is a whole desktop in memory for tests of the pipeline: real sources, evaluated by the interpreter
// in this process, laid out by the real compositor, recorded by a real history in a temporary directory. Only processes,
// jails and screens are missing.
package evolvetest
