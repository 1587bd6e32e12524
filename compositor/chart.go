package compositor

import "cellshell/compositor/layout"

func (p *painter) chart(b *layout.Box)  {}
func (p *painter) image(b *layout.Box)  {}
func (p *painter) canvas(b *layout.Box) {}
