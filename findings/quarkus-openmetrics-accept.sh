#!/usr/bin/env bash
# Library: io.quarkus:quarkus-micrometer-registry-prometheus 3.33.2, with quarkus-rest.
# Expected: GET /q/metrics with Accept: application/openmetrics-text gets that format. The guide "Micrometer Metrics"
#   (Exported metrics format) calls it the default one, and by RFC 9110, 12.5.1, a media range without parameters covers
#   the type whatever parameters it has. The same with version=1.0.0, which is the version that is sent.
# What happens: 406, also with version=1.0.0 added. Only with the charset as well, exactly as in the Content-Type of the
#   answer, or with */* or no Accept at all, OpenMetrics is sent. The header of a Prometheus server, which puts
#   OpenMetrics first and text/plain after it and names no charset, gets text/plain.
# Why it matters: a client that asks for the default format by its name is told that there is none; and a Prometheus
#   server that prefers OpenMetrics scrapes the older format without anyone being told, so what only OpenMetrics carries
#   (exemplars, for one) does not arrive, while curl without an Accept header shows that all is well.
set -eu
quarkus=${1:-3.33.2}
dir=$(mktemp -d)
app=
trap 'if [ -n "$app" ]; then kill "$app" 2>/dev/null || true; wait "$app" 2>/dev/null || true; fi; rm -rf "$dir"' EXIT
cd "$dir"

cat > pom.xml <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencyManagement><dependencies><dependency>
    <groupId>io.quarkus.platform</groupId><artifactId>quarkus-bom</artifactId><version>$quarkus</version>
    <type>pom</type><scope>import</scope>
  </dependency></dependencies></dependencyManagement>
  <dependencies>
    <dependency><groupId>io.quarkus</groupId><artifactId>quarkus-rest</artifactId></dependency>
    <dependency><groupId>io.quarkus</groupId><artifactId>quarkus-micrometer-registry-prometheus</artifactId></dependency>
  </dependencies>
  <build><plugins>
    <plugin>
      <groupId>org.apache.maven.plugins</groupId><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version>
    </plugin>
    <plugin>
      <groupId>io.quarkus.platform</groupId><artifactId>quarkus-maven-plugin</artifactId><version>$quarkus</version>
      <extensions>true</extensions>
      <executions><execution><goals><goal>build</goal></goals></execution></executions>
    </plugin>
  </plugins></build>
</project>
POM
mkdir -p src/main/java
cat > src/main/java/Hello.java <<'JAVA'
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/hello")
public class Hello {
    @GET
    public String hello() {
        return "hello";
    }
}
JAVA
mvn -q -B package > mvn.log 2>&1 || { cat mvn.log >&2; exit 2; }

java -Dquarkus.http.host=127.0.0.1 -Dquarkus.http.port=0 -Dquarkus.log.console.color=false \
    -jar target/quarkus-app/quarkus-run.jar > log 2>&1 &
app=$!
base=
for _ in $(seq 120); do
    base=$(sed -n 's/.*Listening on: \(http:[^ ]*[0-9]\).*/\1/p' log)
    [ -z "$base" ] || break
    sleep 0.5
done
[ -n "$base" ] || { cat log; exit 2; }

: > seen
while IFS= read -r accept; do
    # For curl, "Accept:" with nothing after it means to send no such header.
    answer=$(curl -s -o /dev/null -w '%{http_code} %{content_type}' -H "Accept: $accept" "$base/q/metrics") || exit 2
    echo "${accept:-(no Accept)} -> $answer" | sed 's/ *$//' >> seen
done <<'ACCEPT'

*/*
text/plain
application/openmetrics-text
application/openmetrics-text; version=1.0.0
application/openmetrics-text; version=1.0.0; charset=utf-8
application/openmetrics-text;version=1.0.0;q=0.75,text/plain;version=0.0.4;q=0.5
application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.2
ACCEPT

cat > described <<'TEXT'
(no Accept) -> 200 application/openmetrics-text; version=1.0.0; charset=utf-8
*/* -> 200 application/openmetrics-text; version=1.0.0; charset=utf-8
text/plain -> 200 text/plain; version=0.0.4; charset=utf-8
application/openmetrics-text -> 406
application/openmetrics-text; version=1.0.0 -> 406
application/openmetrics-text; version=1.0.0; charset=utf-8 -> 200 application/openmetrics-text; version=1.0.0; charset=utf-8
application/openmetrics-text;version=1.0.0;q=0.75,text/plain;version=0.0.4;q=0.5 -> 200 text/plain; version=0.0.4; charset=utf-8
application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.2 -> 200 text/plain; version=0.0.4; charset=utf-8
TEXT
echo "quarkus-micrometer-registry-prometheus $quarkus"
cat seen
if diff described seen > difference; then echo "Still as described."; exit 0; fi
echo "Changed (< described, > seen):"
cat difference
exit 1
