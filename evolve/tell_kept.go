package evolve

import "cellshell/evolve/act"

// What is asked about the desktop itself, and what a sentence cannot set.
const (
	keptText   = "Everything is kept by itself: what stands here, how it looks and what you type, also over a restart. \"undo\" takes changes back."
	motionText = "How much moves is set by hand: motion = \"reduced\" under [look] in config.toml, and nothing glides any more."
)

// exists tells that a thing is still there, and where.
func (q *asked) exists(t act.Target) string {
	if !q.visible(t) {
		return q.place(t)
	}
	return "Yes: " + q.place(t)
}
