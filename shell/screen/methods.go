package screen

import (
	"cellshell/shell/attach"
	"cellshell/shell/control"
)

// Methods are all that a screen calls, and so all that one in a browser may.
func Methods() []string {
	return []string{
		attach.MethodAttach, attach.MethodInput, attach.MethodShaders, attach.MethodPicture,
		control.MethodEvolve, control.MethodAnswer, control.MethodUndo, control.MethodRedo, control.MethodBranch, control.MethodHear, control.MethodSaid, control.MethodSketch,
	}
}
