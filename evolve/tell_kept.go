package evolve

import "cellshell/evolve/act"

// What is asked about the desktop itself, and what a sentence cannot set.
const (
	keptText  = "Everything is kept by itself: what stands here, how it looks and what you type, also over a restart. \"undo\" takes changes back."
	soundText = "Nothing here makes a sound: there is none to turn up, down or off."
	// What a model sees: docs/security.md. Text inside cells is left out.
	privateText = "Nothing is sent by a cell: none has a network. A language model, where you set one up, is shown programs and your sentences, not what you type into cells."
	safeText    = "Each cell runs in a jail of its own, without your files, a network or other programs, and no sentence changes that; \"undo\" takes back what was done."
	motionText  = "How much moves is set by hand: motion = \"reduced\" under [look] in config.toml, and nothing glides any more."
)

// exists tells that a thing is still there, and where.
func (q *asked) exists(t act.Target) string {
	if !q.visible(t) {
		return q.place(t)
	}
	return "Yes: " + q.place(t)
}
