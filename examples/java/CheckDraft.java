import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Uploads documents to the specvalidator service and prints what it found.
 *
 * <pre>javac -encoding UTF-8 -d out CheckDraft.java Json.java
 * java -cp out CheckDraft http://127.0.0.1:8000 draft.docx …</pre>
 *
 * Needs JDK 17 and nothing else. Set SPECVALIDATOR_TOKEN if the service asks for a token.
 * Exit status: 0 no certain fault, 1 some, 2 wrong usage, 3 a file could not be read, 4 no answer.
 */
public final class CheckDraft {

    private static final int ATTEMPTS = 6;

    /** A request that was refused, with the words of the problem document (RFC 9457). */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String words) {
            super(words);
        }
    }

    private final HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI service;
    private final String token;

    CheckDraft(String service, String token) {
        this.service = URI.create(service.endsWith("/") ? service : service + "/");
        this.token = token;
    }

    /** Return the answer to POST /v1/check: the JSON of `specvalidator check --format json`. */
    Map<String, Object> check(List<Path> files) throws IOException, InterruptedException, Refused {
        String boundary = "specvalidator-" + UUID.randomUUID();
        HttpRequest.Builder request =
            HttpRequest.newBuilder(service.resolve("v1/check"))
                .timeout(Duration.ofMinutes(5))
                .header("Accept", "application/json")
                .header("Accept-Language", "zh")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form(files, boundary)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = sent(request.build());
        Map<String, Object> said = object(answer);
        if (answer.statusCode() != 200) {
            throw new Refused(said.get("title") + "：" + said.get("detail"));
        }
        return said;
    }

    /** Send a request; when the service is busy (503), wait as long as it says and try again. */
    private HttpResponse<String> sent(HttpRequest request) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            HttpResponse<String> answer =
                http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 503 || attempt == ATTEMPTS) {
                return answer;
            }
            long seconds = answer.headers().firstValueAsLong("Retry-After").orElse(1);
            Thread.sleep(Math.min(seconds, 30) * 1000 * attempt);
        }
    }

    private static Map<String, Object> object(HttpResponse<String> answer) throws Refused {
        try {
            return Json.object(Json.read(answer.body()));
        } catch (IllegalArgumentException | ClassCastException error) {
            throw new Refused("HTTP " + answer.statusCode() + "，答复不是 JSON");
        }
    }

    /** Return the files as multipart/form-data (RFC 7578): a part named "file" for each. */
    private static byte[] form(List<Path> files, String boundary) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Path file : files) {
            String name =
                file.getFileName().toString().replaceAll("[\\p{Cntrl}]", "_")
                    .replace("\\", "_").replace("\"", "%22");
            String head =
                "--" + boundary + "\r\n"
                    + "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"
                    + "Content-Type: application/octet-stream\r\n\r\n";
            body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            body.writeBytes(Files.readAllBytes(file));
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /** Print reports and files that could not be read; return the exit status. */
    private static int print(Map<String, Object> page, java.io.PrintStream out) {
        int status = 0;
        for (Object each : Json.list(page.get("reports"))) {
            Map<String, Object> report = Json.object(each);
            String verdict = Json.text(report.get("verdict"));
            out.println(Json.text(Json.object(report.get("source")).get("name")) + "\t" + verdict);
            for (Object one : Json.list(report.get("findings"))) {
                print(Json.object(one), "  ", out);
            }
            if (verdict.equals("fail")) {
                status = Math.max(status, 1);
            }
        }
        for (Object each : Json.list(page.get("errors"))) {
            Map<String, Object> error = Json.object(each);
            String name = Json.text(Json.object(error.get("source")).get("name"));
            out.println(name + "\t" + error.get("error") + "\t" + error.get("message"));
            status = 3;
        }
        return status;
    }

    private static void print(Map<String, Object> finding, String indent, java.io.PrintStream out) {
        Map<String, Object> location = Json.object(finding.get("location"));
        Object place = location.get("place");
        String where =
            place == null
                ? Json.text(location.get("path"))
                : Json.text(Json.object(place).get("text"));
        boolean review = "review".equals(finding.get("kind"));
        String weight = review ? "review" : Json.text(finding.get("severity"));
        out.println(indent + weight + "\t" + finding.get("rule") + "\t" + where);
        out.println(indent + "  " + finding.get("message"));
        out.println(indent + "  " + finding.get("suggestion"));
    }

    public static void main(String[] arguments) throws InterruptedException {
        java.io.PrintStream out = new java.io.PrintStream(System.out, true, StandardCharsets.UTF_8);
        java.io.PrintStream err = new java.io.PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (arguments.length < 2) {
            err.println("java -cp out CheckDraft http://127.0.0.1:8000 FILE…");
            System.exit(2);
        }
        List<Path> files = new ArrayList<>();
        for (int at = 1; at < arguments.length; at++) {
            files.add(Path.of(arguments[at]));
        }
        CheckDraft client = new CheckDraft(arguments[0], System.getenv("SPECVALIDATOR_TOKEN"));
        int status;
        try {
            status = print(client.check(files), out);
        } catch (Refused error) {
            err.println(error.getMessage());
            status = 4;
        } catch (IOException error) {
            err.println("无法连接或读取文件：" + error);
            status = 4;
        }
        System.exit(status);
    }
}
