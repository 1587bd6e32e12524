// Package immune is the shell's policy: what a cell's source may say, what its process may do, and why something was
// refused (static checks and sandbox profiles as data). It applies nothing itself and asks no model.
//
// A source is judged in two steps: [CheckSource] by its form, before anything expensive looks at it, and [CheckUses] by
// its types. [CheckDialect] refuses nothing: it decides whether the interpreter may run the source, or only the compiler.
package immune
