#!/usr/bin/env bash
# Library: io.vertx:vertx-web 4.5.27.
# Expected: parsedHeaders().accept() gives the parsed entries of the header, so that component() and subComponent() of
#   an entry are "text" and "plain" for Accept: text/plain, whatever was asked of the entry before and however many
#   entries there are.
# What happens: with one entry in the header both are null, until another getter of the same entry, such as weight(),
#   was called. With two entries they are there at once (sorting them asks for the weight). Mended in
#   5.0.4, by the same run.
# Why it matters: a handler that chooses a form by these names works for browsers and collectors, which send lists, and
#   refuses the client that asks for that one form; looking at the entry with a debugger or logging its weight mends it.
set -eu
version=${1:-4.5.27}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

cat > pom.xml <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>io.vertx</groupId><artifactId>vertx-web</artifactId><version>$version</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B dependency:copy-dependencies > mvn.log 2>&1 || { cat mvn.log >&2; exit 2; }

cat > Names.java <<'JAVA'
import io.vertx.core.Vertx;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

public class Names {
    public static void main(String[] args) throws Exception {
        Vertx vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        router.get("/name").handler(context -> {
            MIMEHeader first = context.parsedHeaders().accept().get(0);
            String before = first.component() + "/" + first.subComponent();
            float weight = first.weight();
            String after = first.component() + "/" + first.subComponent();
            context.end(before + ", after weight() " + after);
        });
        var starting = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1");
        int port = starting.toCompletionStage().toCompletableFuture().get().actualPort();
        HttpClient client = HttpClient.newHttpClient();
        for (String accept : new String[] {"text/plain", "text/plain;q=0.9", "text/plain, text/csv;q=0.5"}) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/name"))
                    .header("Accept", accept)
                    .build();
            System.out.println(accept + " -> " + client.send(request, BodyHandlers.ofString()).body());
        }
        vertx.close();
    }
}
JAVA
javac -cp 'target/dependency/*' Names.java
java -cp 'target/dependency/*:.' Names > seen 2> log || { cat log >&2; exit 2; }

cat > described <<'TEXT'
text/plain -> null/null, after weight() text/plain
text/plain;q=0.9 -> null/null, after weight() text/plain
text/plain, text/csv;q=0.5 -> text/plain, after weight() text/plain
TEXT
echo "vertx-web $version"
cat seen
if diff described seen > difference; then echo "Still as described."; exit 0; fi
echo "Changed (< described, > seen):"
cat difference
exit 1
