package body

import "cellshell/evolve"

func (b *Body) openModel() (evolve.Writer, string, string) { return nil, "", "" }
