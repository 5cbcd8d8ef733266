// go-pkcs12 as a maker: main ENCODER KEY.der CERTIFICATE.der OUT PASSWORD-FILE.
package main

import (
	"crypto/x509"
	"log"
	"os"

	pkcs12 "software.sslmate.com/src/go-pkcs12"
)

func read(path string) []byte {
	content, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	return content
}

func main() {
	encoders := map[string]*pkcs12.Encoder{
		"LegacyRC2": pkcs12.LegacyRC2, "LegacyDES": pkcs12.LegacyDES, "Modern2023": pkcs12.Modern2023,
		"Modern2026": pkcs12.Modern2026, "Passwordless": pkcs12.Passwordless,
	}
	encoder, ok := encoders[os.Args[1]]
	if !ok {
		log.Fatalf("no encoder %s", os.Args[1])
	}
	key, err := x509.ParsePKCS8PrivateKey(read(os.Args[2]))
	if err != nil {
		log.Fatal(err)
	}
	certificate, err := x509.ParseCertificate(read(os.Args[3]))
	if err != nil {
		log.Fatal(err)
	}
	pfx, err := encoder.Encode(key, certificate, nil, string(read(os.Args[5])))
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(os.Args[4], pfx, 0o600); err != nil {
		log.Fatal(err)
	}
}
