/*
 * Opens key stores of type PKCS12 as keytool does. One line on standard input for each, `PATH <tab> PASSWORD in base64`;
 * one on standard output: the SHA-1 thumbprint of the certificate that each private key comes with, `none` without one,
 * separated by commas, a tab, and the number of trusted certificates; or `refused` and the reason.
 */
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

class ReadKeyStores {
  public static void main(String[] arguments) throws Exception {
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    StringBuilder output = new StringBuilder();
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      String[] fields = line.split("\t", -1);
      String password = new String(Base64.getDecoder().decode(fields[1]), StandardCharsets.UTF_8);
      output.append(read(Path.of(fields[0]), password.toCharArray())).append('\n');
    }
    System.out.print(output);
  }

  private static String read(Path path, char[] password) {
    try (InputStream bytes = Files.newInputStream(path)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(bytes, password);
      List<String> leaves = new ArrayList<>();
      int trusted = 0;
      for (String alias : Collections.list(store.aliases())) {
        if (store.isCertificateEntry(alias)) {
          trusted++;
        } else if (store.entryInstanceOf(alias, KeyStore.PrivateKeyEntry.class)) {
          store.getKey(alias, password);
          leaves.add(thumbprint(store.getCertificateChain(alias)));
        }
      }
      return String.join(",", leaves) + "\t" + trusted;
    } catch (Exception reason) {
      return "refused\t" + String.valueOf(reason.getMessage()).replaceAll("\\s+", " ");
    }
  }

  private static String thumbprint(Certificate[] chain) throws Exception {
    if (chain == null || chain.length == 0) return "none";
    byte[] digest = MessageDigest.getInstance("SHA-1").digest(chain[0].getEncoded());
    return HexFormat.of().withUpperCase().formatHex(digest);
  }
}
