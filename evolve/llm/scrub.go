package llm

import (
	"regexp"
	"strings"
)

// scrubbed stands where a secret was.
const scrubbed = "[key]"

// secrets are what keys look like in headers, URLs and the sentences of servers ("Incorrect API key provided: sk-…"). The
// first group stays.
var secrets = []*regexp.Regexp{
	regexp.MustCompile(`(?i)((?:authorization|api[-_]key|x-api-key|x-goog-api-key)["']?\s*[:=]\s*["']?(?:bearer\s+|basic\s+)?)[^\s"',;&]+`),
	regexp.MustCompile(`(?i)(bearer\s+)[a-z0-9._~+/=-]{8,}`),
	regexp.MustCompile(`(?i)([?&](?:api[-_]?key|key|token|access_token|sig|signature)=)[^&\s"']+`),
	regexp.MustCompile(`(?i)(https?://)[^/\s"'@:]+:[^/\s"'@]+@`),
	regexp.MustCompile(`()\b(?:sk|rk|pk|gsk|xai|hf|pplx|nvapi|ghp|gho|csk|tgp|AIza)[-_][A-Za-z0-9_-]{6,}`),
	regexp.MustCompile(`()\bAIza[A-Za-z0-9_-]{20,}`),
	regexp.MustCompile(`()\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}`), // a signed web token
}

// Scrub takes the given keys, and whatever else looks like one, out of a text.
func Scrub(text string, keys ...string) string {
	for _, k := range keys {
		if len(k) >= 4 { // shorter ones are no secret, and would tear words apart
			text = strings.ReplaceAll(text, k, scrubbed)
		}
	}
	for i, re := range secrets {
		replace := "${1}" + scrubbed
		if i == 3 {
			replace += "@"
		}
		text = re.ReplaceAllString(text, replace)
	}
	return text
}
