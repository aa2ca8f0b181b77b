package org.noteworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.drools.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneJarTest {
    private static final String SERVICE = "META-INF/services/org.example.Service";

    @TempDir
    private Path temp;

    @Test
    void allServicesAreFoundInItAndOfOtherFilesTheFirst() throws IOException {
        Path main = Files.createDirectory(temp.resolve("main"));
        Path boot = Files.createDirectory(temp.resolve("boot"));
        jar(main.resolve("a.jar"), Map.of(SERVICE, "org.example.A", "org/example/words.txt", "first"));
        jar(
                main.resolve("b.jar"),
                Map.of(
                        "META-INF/B.SF",
                        "signed",
                        "META-INF/INDEX.LIST",
                        "index",
                        "module-info.class",
                        "module",
                        "org/example/words.txt",
                        "second"));
        jar(boot.resolve("c.jar"), Map.of(SERVICE, "org.example.C", "org/example/Other.class", "code"));
        Path one = temp.resolve("one.jar");
        OneJar.main(new String[] {one.toString(), main.toString(), boot.toString()});
        try (JarFile jar = new JarFile(one.toFile())) {
            assertThat(text(jar, SERVICE).lines()).containsExactly("org.example.A", "org.example.C");
            assertThat(text(jar, "org/example/words.txt")).isEqualTo("first");
            assertThat(text(jar, "org/example/Other.class")).isEqualTo("code");
            assertThat(jar.getEntry("META-INF/B.SF")).isNull();
            assertThat(jar.getEntry("META-INF/INDEX.LIST")).isNull();
            assertThat(jar.getEntry("module-info.class")).isNull();
            assertThat(jar.isMultiRelease()).isTrue();
        }
    }

    @Test
    void theEngineGoesOnSayingItsVersion() throws IOException {
        Path one = temp.resolve("one.jar");
        OneJar.main(new String[] {
            one.toString(), Files.createDirectory(temp.resolve("none")).toString()
        });
        try (JarFile jar = new JarFile(one.toFile())) {
            assertThat(jar.getManifest()
                            .getAttributes("org/drools/model/")
                            .getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                    .isNotEmpty()
                    .isEqualTo(Model.class.getPackage().getImplementationVersion());
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void jar(Path file, Map<String, String> content) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> each : content.entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey()));
                out.write(each.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
    }
}
