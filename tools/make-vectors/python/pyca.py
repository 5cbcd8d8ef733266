"""Python's cryptography as a maker: pyca.py KIND KEY.der CERTIFICATE.der OUT PASSWORD-FILE; KIND is "best"."""
import sys

from cryptography import x509
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, load_der_private_key, pkcs12


def read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


_, kind, key, certificate, out, password = sys.argv
assert kind == "best"
written = pkcs12.serialize_key_and_certificates(
    b"python cryptography",
    load_der_private_key(read(key), None),
    x509.load_der_x509_certificate(read(certificate)),
    None,
    BestAvailableEncryption(read(password)),
)
with open(out, "wb") as file:
    file.write(written)
