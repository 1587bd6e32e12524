// Package theme turns colour roles into colours (design tokens): two palettes, dark and light, an accent, and a contrast.
//
// Text roles reach a contrast of 4.5 to 1 (WCAG AA) on every surface of their palette, and on-accent is chosen by contrast
// against the accent it stands on, whatever that is.
package theme
