package compositor

// Motion holds what is moving between two layouts.
type Motion struct{}

func (m *Motion) shift(p *painter, c *Placed) float64 { return 1 }
