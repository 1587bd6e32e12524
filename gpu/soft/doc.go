// Package soft draws scenes on the processor (a CPU renderer): the reference for pictures in tests, screenshots without
// a display, and every machine without a usable GPU.
//
// Colours are blended as sRGB values, the way browsers and design tools do, so a half transparent white means what the
// person who chose it saw. Shapes are anti-aliased by the area they cover. Text stands on whole pixel rows and on quarters
// of a pixel across. A shape's shadow is not drawn inside the shape. Nothing is rounded to pixels for a
// shape: what should be sharp has to be placed on them.
//
// A scene gives the same pixels whether it is drawn whole or a part of it is drawn again (RenderInto).
package soft
