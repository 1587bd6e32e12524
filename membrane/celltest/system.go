package celltest

import (
	"encoding/json"
	"fmt"
)

// System answers the calls of the service "system" as the body does, with figures that never change.
func System(service, method string, _ json.RawMessage) (any, error) {
	const gb = 1 << 30
	if service != "system" {
		return nil, fmt.Errorf("service %s is not granted", service)
	}
	switch method {
	case "load":
		return map[string]any{
			"cpu": 0.42, "cores": []float64{0.31, 0.53}, "load": []float64{0.8, 0.6, 0.5}, "uptime": 93_784,
			"memory": map[string]any{"used": 5.5 * gb, "total": 16.0 * gb},
		}, nil
	case "disks":
		return map[string]any{"disks": []map[string]any{
			{"mount": "/", "used": 120.0 * gb, "total": 250.0 * gb},
			{"mount": "/home", "used": 410.0 * gb, "total": 500.0 * gb},
		}}, nil
	case "battery":
		return map[string]any{"present": true, "level": 0.81, "charging": false}, nil
	case "zone":
		return map[string]any{"name": "UTC", "offset": 0}, nil
	}
	return nil, fmt.Errorf("system has no method %s", method)
}
