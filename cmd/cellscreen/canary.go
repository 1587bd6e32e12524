//go:build !js

package main

import (
	"os"
	"path/filepath"
	"runtime/debug"

	"github.com/spf13/cobra"

	"cellshell/gpu/canary"
	"cellshell/gpu/window"
	"cellshell/shell/screen"
)

// canaryCommand tries a shader of a cell, in place of the window that would draw it; a window calls it.
func canaryCommand() *cobra.Command {
	return &cobra.Command{
		Use: "canary", Short: "Try a shader: its source on the standard input", Hidden: true, Args: cobra.NoArgs,
		SilenceErrors: true, SilenceUsage: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return canary.Try(cmd.InOrStdin(), cmd.OutOrStdout(), window.Try)
		},
	}
}

// trust lets a drawer that can run the shaders of cells do so, once they were tried. close ends the trying.
func trust(d window.Drawer, s *screen.Screen) (shut func()) {
	r, ok := d.(*window.Renderer)
	exe, err := os.Executable()
	if !ok || err != nil {
		return func() {}
	}
	j := canary.New(canary.Options{
		Command: []string{exe, "canary"}, Dir: shaderDir(), Salt: graphics(), Judged: s.Judged,
	})
	r.Trust(j)
	return j.Close
}

// shaderDir is where verdicts on shaders are kept.
func shaderDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "cellshell", "shaders")
}

// graphics is what a verdict depends on beside the shader: the library that compiles it, and what decides which driver draws.
func graphics() string {
	out := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if m.Path == "github.com/hajimehoshi/ebiten/v2" {
				out = m.Version
			}
		}
	}
	for _, name := range []string{"LIBGL_ALWAYS_SOFTWARE", "GALLIUM_DRIVER", "LIBGL_DRIVERS_PATH", "__GLX_VENDOR_LIBRARY_NAME", "MESA_LOADER_DRIVER_OVERRIDE", "DRI_PRIME"} {
		out += "\x00" + os.Getenv(name)
	}
	return out
}
