package vn.minhbach.adapter.s3;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import vn.minhbach.core.Problem;
import vn.minhbach.core.assess.evidence.Evidence;
import vn.minhbach.core.assess.evidence.EvidenceVault.Arrival;
import vn.minhbach.local.LocalClients;
import vn.minhbach.local.Meter;

/**
 * A JVM of its own that inspects uploads and brings them into the vault as the functions do, and
 * says what it found, what it asked of S3 and how much heap it ever used. Started by {@link
 * SmallHeapTest} with a heap into which no such file fits.
 */
final class SmallHeap {

  private SmallHeap() {}

  /** First the endpoint, then {@code id,bytes,sha256} of each upload. */
  public static void main(String[] arguments) {
    // Not a client of the local system: this one is counted.
    try (S3Client s3 =
        S3Client.builder()
            .endpointOverride(URI.create(arguments[0]))
            .forcePathStyle(true)
            .region(LocalClients.REGION)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(LocalClients.ACCESS_KEY, LocalClients.SECRET_KEY)))
            // On a busy machine an answer may take long; a repeated request would be counted too.
            .httpClient(
                UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMinutes(3)).build())
            .build()) {
      var vault = new S3EvidenceVault(s3, null, "quarantine", "evidence", Clock.systemUTC());
      for (String argument : Arrays.asList(arguments).subList(1, arguments.length)) {
        String[] file = argument.split(",");
        Evidence declared =
            Declared.file(file[0], Long.parseLong(file[1]), file[2], Duration.ofMinutes(15));
        Arrival arrival =
            vault.inspect(SmallHeapTest.CAMPAIGN, SmallHeapTest.UNIT, declared).orElseThrow();
        // Whatever it is: what matters here is that its bytes go through.
        boolean promoted =
            vault.promote(
                SmallHeapTest.CAMPAIGN,
                SmallHeapTest.UNIT,
                Declared.arrived(declared, arrival.uploadedAt(), arrival.tag()));
        System.out.printf(
            "FILE %s %s %s %s %s%n",
            file[0],
            arrival.detectedType().orElse("-"),
            arrival.danger().map(Problem::toString).orElse("-"),
            arrival.sha256().equals(file[2]) && arrival.sizeBytes() == Long.parseLong(file[1]),
            promoted);
      }
      Meter.Reading asked = Meter.read();
      System.out.println("REQUESTS " + asked.requests());
      System.out.println("DOWN " + asked.bytesDown() + " UP " + asked.bytesUp());
      System.out.println("PEAK " + peak());
      System.out.println("WHOLE " + whole(Long.parseLong(arguments[1].split(",")[1])));
    }
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  /** What would become of a function that takes a file into memory. */
  private static String whole(long bytes) {
    try {
      return new byte[(int) bytes].length + " bytes fit";
    } catch (OutOfMemoryError tooSmall) {
      return "does not fit";
    }
  }
}
