// Bouncy Castle as a maker and as a reader of PFX files, through its own PKCS#12 classes rather than java.security.KeyStore:
// every bag is seen in file order and any algorithm can be asked for.
//   read FILE PASSWORD-FILE            prints "certificate SHA1" and "key" lines
//   write KIND KEY.der CERT.der OUT PASSWORD-FILE
import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import org.bouncycastle.asn1.*;
import org.bouncycastle.asn1.bc.*;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.*;
import org.bouncycastle.asn1.x509.*;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.util.*;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.*;
import org.bouncycastle.operator.bc.BcDefaultDigestProvider;
import org.bouncycastle.pkcs.*;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.bc.BcPKCS12PBMac1CalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.*;

public class BouncyCastle {
    static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    public static void main(String[] args) throws Exception {
        java.security.Security.addProvider(PROVIDER);
        if (args[0].equals("read")) read(Path.of(args[1]), password(args[2]));
        else write(args[1], Path.of(args[2]), Path.of(args[3]), Path.of(args[4]), password(args[5]));
    }

    static char[] password(String file) throws Exception {
        return Files.readString(Path.of(file), StandardCharsets.UTF_8).toCharArray();
    }

    static void read(Path file, char[] password) throws Exception {
        PKCS12PfxPdu pfx = new PKCS12PfxPdu(Files.readAllBytes(file));
        if (pfx.hasMac() && !pfx.isMacValid(new BcPKCS12MacCalculatorBuilderProvider(BcDefaultDigestProvider.INSTANCE), password))
            throw new IllegalStateException("MAC mismatch");
        InputDecryptorProvider decryptor = new JcePKCSPBEInputDecryptorProviderBuilder()
            .setProvider(PROVIDER).setTryWrongPKCS12Zero(true).build(password);
        for (ContentInfo info : pfx.getContentInfos())
            for (PKCS12SafeBag bag : (info.getContentType().equals(PKCSObjectIdentifiers.encryptedData)
                ? new PKCS12SafeBagFactory(info, decryptor) : new PKCS12SafeBagFactory(info)).getSafeBags()) print(bag, decryptor);
    }

    static void print(PKCS12SafeBag bag, InputDecryptorProvider decryptor) throws Exception {
        Object value = bag.getBagValue();
        if (value instanceof X509CertificateHolder certificate) {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
            System.out.println("certificate " + HexFormat.of().withUpperCase().formatHex(digest));
        } else if (value instanceof PKCS8EncryptedPrivateKeyInfo shrouded) {
            shrouded.decryptPrivateKeyInfo(decryptor);
            System.out.println("key");
        } else if (value instanceof PrivateKeyInfo) System.out.println("key");
    }

    static void write(String kind, Path key, Path certificate, Path out, char[] password) throws Exception {
        if (kind.startsWith("store:")) { writeStore(kind.substring(6), key, certificate, out, password); return; }
        byte[] encoded = writePdu(kind, key, certificate, password);
        Files.write(out, encoded);
    }

    // KIND store:TYPE[:der]: the KeyStore of that name, as applications use it; BER unless der.
    static void writeStore(String type, Path key, Path certificate, Path out, char[] password) throws Exception {
        boolean der = type.endsWith(":der");
        KeyStore store = KeyStore.getInstance(der ? type.substring(0, type.length() - 4) : type, PROVIDER);
        store.load(null, null);
        PrivateKey privateKey = BouncyCastleProvider.getPrivateKey(PrivateKeyInfo.getInstance(Files.readAllBytes(key)));
        CertificateFactory factory = CertificateFactory.getInstance("X.509", PROVIDER);
        Certificate leaf = factory.generateCertificate(new ByteArrayInputStream(Files.readAllBytes(certificate)));
        store.setKeyEntry("bouncy castle", privateKey, null, new Certificate[] {leaf});
        try (FileOutputStream stream = new FileOutputStream(out.toFile())) {
            if (der) store.store(new org.bouncycastle.jcajce.PKCS12StoreParameter(stream, password, true));
            else store.store(stream, password);
        }
    }

    // KIND CIPHER[:PRF[:scrypt]][;mac=DIGEST | ;mac=pbmac1:PRF:HMAC]: two safes, both encrypted so (OIDs but for DIGEST).
    static byte[] writePdu(String kind, Path key, Path certificate, char[] password) throws Exception {
        String[] parts = kind.split(";mac=");
        OutputEncryptor encryptor = encryptor(parts[0].split(":"), password);
        byte[] id = {1, 2, 3, 4};
        PKCS12SafeBag certificateBag = new PKCS12SafeBagBuilder(new X509CertificateHolder(Files.readAllBytes(certificate)))
            .addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERBMPString("bouncy castle"))
            .addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, new DEROctetString(id)).build();
        PKCS12SafeBag keyBag = new PKCS12SafeBagBuilder(PrivateKeyInfo.getInstance(Files.readAllBytes(key)), encryptor)
            .addBagAttribute(PKCS12SafeBag.localKeyIdAttribute, new DEROctetString(id)).build();
        PKCS12PfxPduBuilder builder = new PKCS12PfxPduBuilder();
        builder.addEncryptedData(encryptor, new PKCS12SafeBag[] {certificateBag});
        builder.addData(keyBag);
        PKCS12MacCalculatorBuilder mac = null;
        if (parts.length > 1 && parts[1].startsWith("pbmac1:")) {
            String[] names = parts[1].split(":");
            PBKDF2Params kdf = new PBKDF2Params(new byte[] {8, 7, 6, 5, 4, 3, 2, 1}, 2048, 32, hmac(names[1]));
            mac = new BcPKCS12PBMac1CalculatorBuilder(
                new PBMAC1Params(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBKDF2, kdf), hmac(names[2])));
        } else if (parts.length > 1) {
            ASN1ObjectIdentifier digest = new DefaultDigestAlgorithmIdentifierFinder().find(parts[1]).getAlgorithm();
            AlgorithmIdentifier algorithm = new AlgorithmIdentifier(digest, DERNull.INSTANCE);
            PKCS12PBEParams parameters = new PKCS12PBEParams(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, 1024);
            mac = new FixedMac(algorithm, new BcPKCS12MacCalculatorBuilderProvider(BcDefaultDigestProvider.INSTANCE)
                .get(new AlgorithmIdentifier(digest, parameters)));
        }
        return builder.build(mac, password).getEncoded();
    }

    static AlgorithmIdentifier hmac(String oid) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid), DERNull.INSTANCE);
    }

    record FixedMac(AlgorithmIdentifier algorithm, PKCS12MacCalculatorBuilder builder) implements PKCS12MacCalculatorBuilder {
        public MacCalculator build(char[] password) throws OperatorCreationException { return builder.build(password); }
        public AlgorithmIdentifier getDigestAlgorithmIdentifier() { return algorithm; }
    }

    static OutputEncryptor encryptor(String[] parts, char[] password) throws Exception {
        ASN1ObjectIdentifier cipher = new ASN1ObjectIdentifier(parts[0]);
        PBKDFConfig kdf = null;
        if (parts.length > 2) kdf = new ScryptConfig.Builder(1024, 8, 1).withSaltLength(16).build();
        else if (parts.length > 1)
            kdf = new PBKDF2Config.Builder().withIterationCount(2048).withSaltLength(16)
                .withPRF(new AlgorithmIdentifier(new ASN1ObjectIdentifier(parts[1]), DERNull.INSTANCE)).build();
        JcePKCSPBEOutputEncryptorBuilder builder = kdf == null
            ? new JcePKCSPBEOutputEncryptorBuilder(cipher) : new JcePKCSPBEOutputEncryptorBuilder(kdf, cipher);
        if (kdf == null) builder.setIterationCount(2048);
        return builder.setProvider(PROVIDER).build(password);
    }
}
