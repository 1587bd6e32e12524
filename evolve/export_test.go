package evolve

import "cellshell/evolve/act"

// WriteActs carries out acts on a scene without gate or trial, and measures the scene against its own expectations.
func WriteActs(s *Scene, acts []act.Act) error {
	d := newDraft(s)
	if err := d.write(acts); err != nil {
		return err
	}
	if err := d.doc.Check(); err != nil {
		return err
	}
	_, err := d.measure(s)
	return err
}

// Brightness is brightness.
var Brightness = brightness

// Saturate is saturate.
var Saturate = saturate
