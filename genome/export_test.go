package genome

// OnStep has f called before and after every change of the disk.
func OnStep(f func(what string)) { step = f }
